package quantizer.reference;

/// The best levels for a Gaussian source of variance 1 (Lloyd 1957; Max, IRE Transactions on
/// Information Theory 6, 1960), found by Lloyd's iteration on the density itself: borders half way
/// between levels, levels at the means between borders.
public final class LloydMax {

    private static final int ROUNDS = 2_000;
    private static final int PARTS = 200;
    private static final double FAR = 9;

    private LloydMax() {}

    /// The levels, rising.
    ///
    /// @param bits 1 to 8
    public static float[] levels(int bits) {
        int count = 1 << bits;
        double[] levels = new double[count];
        for (int at = 0; at < count; at++) {
            levels[at] = (at - (count - 1) / 2.0) * 4 / count;
        }
        for (int round = 0; round < ROUNDS; round++) {
            double border = -FAR;
            for (int at = 0; at < count; at++) {
                double next = at == count - 1 ? FAR : (levels[at] + levels[at + 1]) / 2;
                levels[at] = mean(border, next);
                border = next;
            }
        }
        float[] rounded = new float[count];
        for (int at = 0; at < count; at++) {
            rounded[at] = (float) levels[at];
        }
        return rounded;
    }

    /// The mean of a Gaussian between two borders, by Simpson's rule.
    private static double mean(double low, double high) {
        double mass = 0;
        double moment = 0;
        for (int at = 0; at <= PARTS; at++) {
            double x = low + (high - low) * at / PARTS;
            double weight = at == 0 || at == PARTS ? 1 : at % 2 == 0 ? 2 : 4;
            double density = weight * Math.exp(-x * x / 2);
            mass += density;
            moment += density * x;
        }
        return moment / mass;
    }
}
