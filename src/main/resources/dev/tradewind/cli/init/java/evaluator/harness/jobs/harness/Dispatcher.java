package jobs.harness;

import dev.tradewind.evaluation.Harness;

import jobs.Rule;
import jobs.Shop;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Supplier;

/// Lets a rule order the jobs of a shop and writes the order down. It computes no score: it runs
/// beside the program, in the sandbox, and what it says is not believed.
public final class Dispatcher implements Harness<Rule, Shop> {

    private static final int NOT_A_NUMBER = -1;

    @Override
    public Shop read(DataInput in) throws IOException {
        int size = in.readInt();
        return new Shop(numbers(size, in), numbers(size, in), numbers(size, in));
    }

    private static int[] numbers(int size, DataInput in) throws IOException {
        int[] numbers = new int[size];
        for (int at = 0; at < size; at++) {
            numbers[at] = in.readInt();
        }
        return numbers;
    }

    @Override
    public void run(Supplier<Rule> candidate, Shop shop, DataOutput certificate)
            throws IOException, GiveUp {
        Rule rule = candidate.get();
        boolean[] done = new boolean[shop.size()];
        long now = 0;
        for (int place = 0; place < shop.size(); place++) {
            int next = next(rule, shop, done, now);
            certificate.writeInt(next);
            if (next == NOT_A_NUMBER) {
                throw new GiveUp();
            }
            done[next] = true;
            now += shop.durations()[next];
        }
    }

    /// The waiting job with the highest priority.
    private static int next(Rule rule, Shop shop, boolean[] done, long now) {
        int next = NOT_A_NUMBER;
        double highest = Double.NEGATIVE_INFINITY;
        for (int job = 0; job < done.length; job++) {
            if (!done[job]) {
                double priority =
                        rule.priority(
                                shop.durations()[job], shop.weights()[job], shop.due()[job], now);
                if (Double.isNaN(priority)) {
                    return NOT_A_NUMBER;
                }
                if (next < 0 || priority > highest) {
                    next = job;
                    highest = priority;
                }
            }
        }
        return next;
    }
}
