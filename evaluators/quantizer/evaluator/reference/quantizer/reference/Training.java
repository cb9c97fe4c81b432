package quantizer.reference;

import java.util.random.RandomGenerator;

/// Fits the table of a trellis to a source, the way Lloyd fits scalar levels: code some weights,
/// move each state's value to the mean of the weights it stood for, and again with fresh ones. What
/// comes out needs no gain: its values are means already.
public final class Training {

    private final Layout.Shape shape;
    private final RandomGenerator random;

    public Training(Layout.Shape shape, RandomGenerator random) {
        this.shape = shape;
        this.random = random;
    }

    /// A table for a Gaussian source of variance 1.
    ///
    /// @param blocks blocks of 256 fresh weights in each round
    /// @param rounds 1 or more
    public float[] table(int blocks, int rounds) {
        float[] table = new float[shape.states() * shape.values()];
        for (int at = 0; at < table.length; at++) {
            table[at] = (float) random.nextGaussian();
        }
        for (int round = 0; round < rounds; round++) {
            improve(table, blocks);
        }
        return table;
    }

    private void improve(float[] table, int blocks) {
        Viterbi viterbi = new Viterbi(shape, table);
        double[] sums = new double[table.length];
        int[] counts = new int[shape.states()];
        for (int block = 0; block < blocks; block++) {
            float[] weights = gaussian(random);
            int[] states = viterbi.ring(weights);
            for (int at = 0; at < weights.length; at++) {
                int state = states[at / shape.values()];
                sums[state * shape.values() + at % shape.values()] += weights[at];
                counts[state] += at % shape.values() == 0 ? 1 : 0;
            }
        }
        for (int at = 0; at < table.length; at++) {
            int count = counts[at / shape.values()];
            table[at] = count == 0 ? table[at] : (float) (sums[at] / count);
        }
    }

    static float[] gaussian(RandomGenerator random) {
        float[] weights = new float[Layout.BLOCK];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = (float) random.nextGaussian();
        }
        return weights;
    }
}
