package quantizer.trellis;

import dev.tradewind.evaluation.Tally;

import quantizer.reference.Sample;
import quantizer.reference.Source;

import java.util.List;

/// What a tally says, by name.
///
/// @param bytes of the stream, all but its code
/// @param code bytes of its code: operations and table
/// @param table bytes of its table
/// @param distortion squared error over squared weights
/// @param encode weights a second
/// @param near speed over that of 4-bit numbers, to bytes, of 16 Ki weights; 0 if not timed, as all
///   the following
/// @param cache the same of 64 Ki weights
/// @param floats the same to floats
/// @param stream the same of 64 Mi weights to bytes
record Coded(
        Source source,
        double weights,
        double bytes,
        double code,
        double table,
        double distortion,
        double encode,
        double near,
        double cache,
        double floats,
        double stream) {

    /// Codes up to this size are free, as those of tracks F and V.
    private static final double FREE_CODE = 1024;

    /// Weights of the model that a larger code is spread over.
    private static final double MODEL = 1 << 20;

    static Coded of(Tally tally) {
        return new Coded(
                Source.values()[(int) tally.amount(0)],
                tally.amount(1),
                tally.amount(2),
                tally.amount(3),
                tally.amount(4),
                tally.amount(5),
                tally.amount(6),
                tally.amount(7),
                tally.amount(8),
                tally.amount(9),
                tally.amount(10));
    }

    Tally tally() {
        return Tally.of(
                source.ordinal(),
                weights,
                bytes,
                code,
                table,
                distortion,
                encode,
                near,
                cache,
                floats,
                stream);
    }

    /// Bits of a weight.
    double rate() {
        return Byte.SIZE * (bytes / weights + Math.max(0, code - FREE_CODE) / MODEL);
    }

    double gap() {
        return Sample.gap(rate(), distortion);
    }

    /// The Gaussian ones, or all where there are none.
    static List<Coded> deciding(List<Coded> all) {
        List<Coded> gaussian = all.stream().filter(one -> one.source == Source.GAUSSIAN).toList();
        return gaussian.isEmpty() ? all : gaussian;
    }

    /// Mean over all weights.
    static double distortion(List<Coded> some) {
        double weights = some.stream().mapToDouble(Coded::weights).sum();
        return some.stream().mapToDouble(one -> one.distortion * one.weights).sum() / weights;
    }

    static double rate(List<Coded> some) {
        double weights = some.stream().mapToDouble(Coded::weights).sum();
        return some.stream().mapToDouble(one -> one.rate() * one.weights).sum() / weights;
    }
}
