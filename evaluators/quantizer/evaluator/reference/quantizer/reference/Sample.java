package quantizer.reference;

/// A matrix of weights to be quantized.
///
/// @param weights row by row; not to be changed
/// @param scale what the source's own numbers were multiplied by
public record Sample(Source source, int rows, int cols, float scale, float[] weights) {

    /// The distortion D of what was decoded: squared error over squared weights, in double
    /// precision. No gain is fitted.
    ///
    /// @param decoded as many, all finite
    public double distortion(float[] decoded) {
        double error = 0;
        double energy = 0;
        for (int at = 0; at < weights.length; at++) {
            double off = (double) weights[at] - decoded[at];
            error += off * off;
            energy += (double) weights[at] * weights[at];
        }
        return error / energy;
    }

    /// Bits by which a rate lies above what a Gaussian source would need for this distortion: R +
    /// 0.5 log2 D. Zero is Shannon's limit.
    ///
    /// @param bits R, of a weight
    /// @param distortion 0 or more; none at all counts as one in a million millions
    public static double gap(double bits, double distortion) {
        return bits + 0.5 * Math.log(Math.max(distortion, 1e-12)) / Math.log(2);
    }
}
