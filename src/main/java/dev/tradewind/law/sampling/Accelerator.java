package dev.tradewind.law.sampling;

/// A machine that runs a model, as far as the time of a proposal goes.
///
/// @param flops operations per second at best
/// @param prefill part of them reached while reading, 0 to 1
/// @param decode part of them reached while writing, 0 to 1
/// @param bandwidth bytes per second of its memory
/// @param weightBytes bytes of one parameter
/// @param batch answers written at the same time
public record Accelerator(
        double flops,
        double prefill,
        double decode,
        double bandwidth,
        double weightBytes,
        double batch) {

    /// Assumed where nothing is measured: one H100's data sheet (dense 16-bit arithmetic, HBM3),
    /// half of it reached, 8-bit weights, 16 answers at a time.
    public static final Accelerator ASSUMED = new Accelerator(989e12, 0.5, 0.5, 3.35e12, 1, 16);

    public Accelerator {
        Numbers.positive(flops, "operations per second");
        Numbers.chance(prefill, "the part reached while reading");
        Numbers.chance(decode, "the part reached while writing");
        Numbers.positive(bandwidth, "memory bandwidth");
        Numbers.positive(weightBytes, "the bytes of a parameter");
        Numbers.positive(batch, "a batch");
    }

    /// Seconds of one proposal: reading is bound by arithmetic, writing by the slower of arithmetic
    /// and of fetching every weight once for each token.
    public double seconds(double parameters, Tokens tokens) {
        double reading = 2 * parameters * tokens.fresh() / (flops * prefill);
        double fetching = weightBytes * parameters / bandwidth;
        double computing = 2 * parameters * batch / (flops * decode);
        return reading + tokens.output() * Math.max(fetching, computing);
    }
}
