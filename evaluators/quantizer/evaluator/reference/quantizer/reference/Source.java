package quantizer.reference;

import java.util.Locale;
import java.util.random.RandomGenerator;

/// Where weights come from, most of them with variance 1.
public enum Source {
    /// Independent and normal: what a rotation turns any other source into.
    GAUSSIAN,
    /// Independent, double exponential.
    LAPLACIAN,
    /// Independent, Student's t with five degrees of freedom: heavy tails.
    STUDENT_T5,
    /// Normal, with every weight of one column in a hundred eight times as large.
    OUTLIERS,
    /// Normal, each weight leaning on the one to its left with correlation 0.5.
    CORRELATED,
    /// Normal with deviation 0.25, but one in ten with deviation 3.
    SPARSE,
    /// The second layer of a small network trained on the spot, see [Network].
    TRAINED;

    private static final double CHANNELS = 0.01;
    private static final float LOUDER = 8;
    private static final int FREEDOM = 5;

    /// The name in figures, such as `student t5`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// A matrix, row by row. A trained one has 256 rows and columns at most; larger ones repeat the
    /// training with other numbers.
    public float[] draw(RandomGenerator random, int rows, int cols) {
        float[] weights = new float[rows * cols];
        switch (this) {
            case OUTLIERS -> outliers(weights, cols, random);
            case CORRELATED -> correlated(weights, cols, random);
            case TRAINED -> trained(weights, random);
            case GAUSSIAN, LAPLACIAN, STUDENT_T5, SPARSE -> {
                for (int at = 0; at < weights.length; at++) {
                    weights[at] = (float) independent(random);
                }
            }
        }
        return weights;
    }

    private double independent(RandomGenerator random) {
        return switch (this) {
            case LAPLACIAN ->
                    random.nextExponential() * Math.sqrt(0.5) * (random.nextBoolean() ? 1 : -1);
            case STUDENT_T5 -> student(random);
            case SPARSE -> random.nextGaussian() * (random.nextInt(10) == 0 ? 3 : 0.25);
            case GAUSSIAN, OUTLIERS, CORRELATED, TRAINED -> random.nextGaussian();
        };
    }

    /// A normal number over the root of a mean of squares, made to have variance 1.
    private static double student(RandomGenerator random) {
        double squares = 0;
        for (int at = 0; at < FREEDOM; at++) {
            double normal = random.nextGaussian();
            squares += normal * normal;
        }
        double deviation = Math.sqrt(FREEDOM / (FREEDOM - 2.0));
        return random.nextGaussian() / Math.sqrt(squares / FREEDOM) / deviation;
    }

    private static void outliers(float[] weights, int cols, RandomGenerator random) {
        boolean[] loud = new boolean[cols];
        for (int channel = 0; channel < Math.max(1, Math.round(cols * CHANNELS)); channel++) {
            loud[random.nextInt(cols)] = true;
        }
        for (int at = 0; at < weights.length; at++) {
            weights[at] = (float) random.nextGaussian() * (loud[at % cols] ? LOUDER : 1);
        }
    }

    private static void correlated(float[] weights, int cols, RandomGenerator random) {
        double last = 0;
        for (int at = 0; at < weights.length; at++) {
            double fresh = random.nextGaussian();
            last = at % cols == 0 ? fresh : 0.5 * last + Math.sqrt(0.75) * fresh;
            weights[at] = (float) last;
        }
    }

    private static void trained(float[] weights, RandomGenerator random) {
        for (int from = 0; from < weights.length; from += Network.WEIGHTS) {
            float[] layer = new Network(random).trained();
            System.arraycopy(
                    layer, 0, weights, from, Math.min(layer.length, weights.length - from));
        }
    }
}
