package jobs.scorer;

import dev.tradewind.evaluation.Judgement;
import dev.tradewind.evaluation.Material;
import dev.tradewind.evaluation.Scorer;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Suite;
import dev.tradewind.evaluation.Tally;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;

/// Makes shops and judges orders. The tally of a shop is: cost of the order, cost if every job were
/// late by the whole schedule.
public final class Tardiness implements Scorer<Shop> {

    private static final int COST = 0;
    private static final int MOST = 1;

    @Override
    public List<Suite<Shop>> suites(Split split, Material material) throws IOException {
        RandomGenerator random = material.random();
        return switch (split) {
            case TRAINING -> List.of(drawn("training", 20, 40, random));
            case VALIDATION -> List.of(drawn("validation", 20, 40, random));
            case TEST ->
                    List.of(
                            drawn("40 jobs", 50, 40, random),
                            drawn("100 jobs", 20, 100, random),
                            read(material.folder().resolve("data/workshop.txt")));
        };
    }

    /// Shops as in the OR-Library's tests of weighted tardiness: durations to 100, weights to 10,
    /// due times spread around six tenths of the schedule.
    private static Suite<Shop> drawn(String name, int count, int size, RandomGenerator random) {
        List<Shop> shops = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            int[] durations = random.ints(size, 1, 101).toArray();
            int[] weights = random.ints(size, 1, 11).toArray();
            int length = length(durations);
            int[] due = random.ints(size, length / 5, length * 3 / 5).toArray();
            shops.add(new Shop(durations, weights, due));
        }
        return new Suite<>(name, shops);
    }

    @Override
    public Suite<Shop> read(Path file) throws IOException {
        String name = file.getFileName().toString();
        return new Suite<>(name.replaceFirst("\\.txt$", ""), ShopFile.read(file));
    }

    /// One line of JSON, a list of duration, weight and due time for each job.
    @Override
    public void write(Shop shop, DataOutput out) throws IOException {
        StringJoiner jobs = new StringJoiner(",", "[", "]");
        for (int job = 0; job < shop.size(); job++) {
            jobs.add(
                    "[%d,%d,%d]"
                            .formatted(shop.durations()[job], shop.weights()[job], shop.due()[job]));
        }
        out.write(jobs.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Judgement judge(Shop shop, DataInput certificate) throws IOException {
        List<Integer> order = Order.read(certificate);
        boolean[] done = new boolean[shop.size()];
        long now = 0;
        double cost = 0;
        for (int job : order) {
            if (job < 0 || job >= shop.size()) {
                return new Judgement.Invalid("there is no job " + job + ": a priority was NaN");
            }
            if (done[job]) {
                return new Judgement.Invalid("job " + job + " comes twice");
            }
            done[job] = true;
            now += shop.durations()[job];
            cost += shop.weights()[job] * (double) Math.max(0, now - shop.due()[job]);
        }
        return order.size() == shop.size()
                ? new Judgement.Counted(Tally.of(cost, most(shop)))
                : new Judgement.Invalid(order.size() + " jobs of " + shop.size() + " in order");
    }

    @Override
    public Scores objectives(Split split, List<Tally> tallies) {
        double cost = tallies.stream().mapToDouble(tally -> tally.amount(COST)).sum();
        double most = tallies.stream().mapToDouble(tally -> tally.amount(MOST)).sum();
        return Scores.of(100 * cost / most);
    }

    @Override
    public String describe(Shop shop, DataInput certificate) throws IOException {
        return Order.read(certificate).toString();
    }

    private static double most(Shop shop) {
        double weights = 0;
        for (int weight : shop.weights()) {
            weights += weight;
        }
        return weights * length(shop.durations());
    }

    private static int length(int[] durations) {
        int length = 0;
        for (int duration : durations) {
            length += duration;
        }
        return length;
    }
}
