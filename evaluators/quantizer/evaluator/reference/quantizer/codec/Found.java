package quantizer.codec;

import dev.tradewind.evaluation.Tally;

import quantizer.reference.Sample;
import quantizer.reference.Source;

import java.util.List;

/// What a tally says, by name.
///
/// @param source of the weights
/// @param weights how many
/// @param bytes of their code, all of them
/// @param distortion squared error over squared weights
/// @param nanos to decode some blocks, as the worker says
/// @param int4Nanos to decode as many plain 4-bit codes
/// @param encodeNanos to encode all of them
/// @param constants bytes of numbers and text in the candidate's classes
record Found(
        Source source,
        double weights,
        double bytes,
        double distortion,
        double nanos,
        double int4Nanos,
        double encodeNanos,
        double constants) {

    private static final double FREE_CONSTANTS = 1024;

    /// Weights of the model that a candidate's constants are spread over.
    private static final double MODEL = 1 << 20;

    static Found of(Tally tally) {
        return new Found(
                Source.values()[(int) tally.amount(0)],
                tally.amount(1),
                tally.amount(2),
                tally.amount(3),
                tally.amount(4),
                tally.amount(5),
                tally.amount(6),
                tally.amount(7));
    }

    Tally tally() {
        return Tally.of(
                source.ordinal(),
                weights,
                bytes,
                distortion,
                nanos,
                int4Nanos,
                encodeNanos,
                constants);
    }

    Found charged(double bytesOfConstants) {
        return new Found(
                source,
                weights,
                bytes,
                distortion,
                nanos,
                int4Nanos,
                encodeNanos,
                bytesOfConstants);
    }

    /// Bits of a weight, a part of what the constants take among them.
    double rate() {
        double paid = Math.max(0, constants - FREE_CONSTANTS);
        return Byte.SIZE * (bytes / weights + paid / MODEL);
    }

    double gap() {
        return Sample.gap(rate(), distortion);
    }

    /// The Gaussian ones, or all of them where there are none.
    static List<Found> deciding(List<Found> all) {
        List<Found> gaussian = all.stream().filter(one -> one.source == Source.GAUSSIAN).toList();
        return gaussian.isEmpty() ? all : gaussian;
    }

    /// The gap of several together: their mean rate, their mean distortion.
    static double gap(List<Found> some) {
        double rate = some.stream().mapToDouble(Found::rate).average().orElseThrow();
        double distortion = some.stream().mapToDouble(Found::distortion).average().orElseThrow();
        return Sample.gap(rate, distortion);
    }

    /// How many times as fast as plain 4-bit codes all were decoded.
    static double speed(List<Found> all) {
        double own = all.stream().mapToDouble(Found::nanos).sum();
        return all.stream().mapToDouble(Found::int4Nanos).sum() / Math.max(1, own);
    }
}
