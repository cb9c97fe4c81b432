package caps.harness;

import caps.Instance;
import caps.Priority;

import dev.tradewind.evaluation.Harness;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/// Builds a cap set the way FunSearch does (Nature 2023, cap sets): always the vector of highest
/// priority next that lies on no line with two taken before.
///
/// What was done, as the scorer wants to read it: how many vectors were taken (4 bytes), then each
/// of them (2 bytes). For an invalid answer: -1, then the reason.
public final class Greedy implements Harness<Object, Instance> {

    private static final int INVALID = -1;

    @Override
    public Instance read(DataInput in) throws IOException {
        int n = in.readInt();
        int[] order = new int[in.readInt()];
        for (int at = 0; at < order.length; at++) {
            order[at] = in.readInt();
        }
        return new Instance(n, order);
    }

    @Override
    public void run(Supplier<Object> candidate, Instance instance, DataOutput out)
            throws IOException, GiveUp {
        double[] priorities = new double[instance.order().length];
        String fault =
                candidate.get() instanceof Priority rule
                        ? ask(rule, instance.n(), priorities)
                        : "the class does not implement caps.Priority";
        if (!fault.isEmpty()) {
            out.writeInt(INVALID);
            out.writeUTF(fault);
            throw new GiveUp();
        }
        write(taken(instance, priorities), out);
    }

    /// What is wrong with an answer; empty when nothing is.
    private static String ask(Priority rule, int n, double[] priorities) {
        for (int vector = 0; vector < priorities.length; vector++) {
            double priority = rule.priority(Instance.entries(vector, n), n);
            if (Double.isNaN(priority)) {
                return "NaN for the vector " + Arrays.toString(Instance.entries(vector, n));
            }
            // Minus zero and zero are one priority.
            priorities[vector] = priority + 0.0;
        }
        return "";
    }

    private static List<Integer> taken(Instance instance, double[] priorities) {
        boolean[] blocked = new boolean[priorities.length];
        List<Integer> taken = new ArrayList<>();
        Comparator<Integer> highest = Comparator.comparingDouble(vector -> -priorities[vector]);
        Iterable<Integer> inTurn =
                Arrays.stream(instance.order()).boxed().sorted(highest)::iterator;
        for (int vector : inTurn) {
            if (!blocked[vector]) {
                for (int other : taken) {
                    blocked[Instance.third(vector, other, instance.n())] = true;
                }
                taken.add(vector);
            }
        }
        return taken;
    }

    private static void write(List<Integer> taken, DataOutput out) throws IOException {
        out.writeInt(taken.size());
        for (int vector : taken) {
            out.writeShort(vector);
        }
    }
}
