package quantizer.reference;

import java.util.Arrays;

/// The best path of a block through a trellis, for squared errors. Not to be shared by threads.
///
/// A state's predecessors differ in their lowest k bits, which the step to it drops: they lie side
/// by side, and the states reached from them share all but their highest k bits. So the cheapest of
/// each such group is found once, and costs 2^L additions more to go on.
public final class Viterbi {

    private final Layout.Shape shape;
    private final float[][] values;
    private final int groups;
    private final float[] costs;
    private final float[] cheapest;
    private final byte[][] from;

    /// @param table the values of every state, V to each
    public Viterbi(Layout.Shape shape, float[] table) {
        this.shape = shape;
        this.values = columns(shape, table);
        this.groups = shape.states() >>> shape.fresh();
        this.costs = new float[shape.states()];
        this.cheapest = new float[groups];
        this.from = new byte[shape.steps()][groups];
    }

    private static float[][] columns(Layout.Shape shape, float[] table) {
        float[][] columns = new float[shape.values()][shape.states()];
        for (int at = 0; at < table.length; at++) {
            columns[at % shape.values()][at / shape.values()] = table[at];
        }
        return columns;
    }

    /// The states of a path that may begin and end anywhere.
    public int[] path(float[] block) {
        Arrays.fill(cheapest, 0);
        forward(block);
        return back(lowest(cheapest));
    }

    /// The states of a path that closes to a ring. Found in two passes (QTIP, algorithm 4): the
    /// first, half a turn on, tells where the ring should be cut; the second keeps to that. So it
    /// is a good ring, not always the best.
    public int[] ring(float[] block) {
        int half = block.length / 2;
        float[] turned = new float[block.length];
        System.arraycopy(block, half, turned, 0, half);
        System.arraycopy(block, 0, turned, half, half);
        int cut = path(turned)[shape.steps() / 2] & groups - 1;
        Arrays.fill(cheapest, Float.POSITIVE_INFINITY);
        cheapest[cut] = 0;
        forward(block);
        return back(cut);
    }

    /// Fills in where each group is best reached from, beginning with what the groups cost.
    private void forward(float[] block) {
        for (int step = 0; step < from.length; step++) {
            extend(block, step * values.length);
            choose(from[step]);
        }
    }

    private void extend(float[] block, int at) {
        for (int high = 0; high < costs.length; high += groups) {
            add(block[at], values[0], high);
            for (int value = 1; value < values.length; value++) {
                addMore(block[at + value], values[value], high);
            }
        }
    }

    private void add(float weight, float[] column, int high) {
        for (int group = 0; group < groups; group++) {
            float off = weight - column[high + group];
            costs[high + group] = cheapest[group] + off * off;
        }
    }

    private void addMore(float weight, float[] column, int high) {
        for (int state = high; state < high + groups; state++) {
            float off = weight - column[state];
            costs[state] += off * off;
        }
    }

    private void choose(byte[] choices) {
        if (shape.fresh() == 2) {
            chooseOfFour(choices);
            return;
        }
        int width = 1 << shape.fresh();
        for (int group = 0; group < groups; group++) {
            int best = group * width;
            for (int state = best + 1; state < (group + 1) * width; state++) {
                best = costs[state] < costs[best] ? state : best;
            }
            cheapest[group] = costs[best];
            choices[group] = (byte) (best - group * width);
        }
    }

    /// What [#choose] does, at the rate most is done at, without a loop.
    private void chooseOfFour(byte[] choices) {
        for (int group = 0; group < groups; group++) {
            int state = group << 2;
            float first = Math.min(costs[state], costs[state + 1]);
            float second = Math.min(costs[state + 2], costs[state + 3]);
            float least = Math.min(first, second);
            int pair = first == least ? 0 : 2;
            cheapest[group] = least;
            choices[group] = (byte) (costs[state + pair] == least ? pair : pair + 1);
        }
    }

    /// The states of the path whose last one is the best of a group.
    private int[] back(int last) {
        int[] states = new int[from.length];
        int group = last;
        for (int step = from.length - 1; step >= 0; step--) {
            states[step] = group << shape.fresh() | from[step][group] & 0xff;
            group = states[step] & groups - 1;
        }
        return states;
    }

    private static int lowest(float[] costs) {
        int lowest = 0;
        for (int at = 1; at < costs.length; at++) {
            lowest = costs[at] < costs[lowest] ? at : lowest;
        }
        return lowest;
    }
}
