package kernels.scorer;

import dev.tradewind.evaluation.Judgement;
import dev.tradewind.evaluation.Tally;

import java.io.IOException;
import java.util.Locale;

/// What one shape came to, and whether that can be believed.
///
/// @param ratio times the speed of the best reference in the same run
/// @param again the reference's speed by a second process of it, which should be 1
/// @param roof seconds this core needs at least, by its peak and its bandwidth, over those used
/// @param error greatest error seen, in units of the limit's
/// @param binary bytes of the shared object
/// @param library whether the best reference was a tuned library, not what is shipped
record Timing(
        double ratio, double again, double roof, double error, double binary, boolean library) {

    private static final double BEYOND = 1.05;
    private static final double SPREAD = 1.15;

    /// Where it cannot change who is faster.
    private static final double SPREAD_OF_SLOW = 1.25;

    private static final double SLOW = 1.0 / 3;
    private static final int FEWEST = 5;

    /// A check without timing.
    static Timing checked(double error, double binary) {
        return new Timing(1, 1, 0, error, binary, false);
    }

    static Judgement judge(Shape shape, Certificate certificate) throws IOException {
        double error = certificate.number("checked");
        if (!shape.kernel().equals(certificate.word("kernel")) || !sizesAgree(shape, certificate)) {
            return new Judgement.Invalid("the certificate is about something else");
        }
        if (!(error <= shape.terms().limit())) {
            return new Judgement.Invalid("the error is " + error);
        }
        double binary = certificate.number("binary");
        return shape.timed()
                ? timed(shape, certificate, binary)
                : new Judgement.Counted(checked(error, binary).tally(shape));
    }

    private static boolean sizesAgree(Shape shape, Certificate certificate) throws IOException {
        for (int at = 0; at < shape.names().size(); at++) {
            if (certificate.number(shape.names().get(at)) != shape.sizes().get(at)) {
                return false;
            }
        }
        return true;
    }

    private static Judgement timed(Shape shape, Certificate certificate, double binary)
            throws IOException {
        double seconds = certificate.number("seconds");
        double ratio = certificate.number("ratio");
        double again = certificate.number("again");
        double flops = certificate.number("flops") / seconds;
        double peak = certificate.number("peak");
        double error = Math.max(certificate.number("checked"), certificate.number("error"));
        if (!(seconds > 0 && ratio > 0 && error <= shape.terms().limit())) {
            return new Judgement.Invalid("%g s with an error of %g".formatted(seconds, error));
        }
        if (!(flops <= BEYOND * peak)) {
            return new Judgement.Invalid("%.4g flop/s are beyond the peak".formatted(flops));
        }
        double spread = ratio < SLOW ? SPREAD_OF_SLOW : SPREAD;
        if (!(Math.max(again, 1 / again) <= spread) || certificate.number("clean") < FEWEST) {
            return new Judgement.Invalid("too noisy: the reference is %.3f of itself".formatted(again));
        }
        double roof = roof(certificate) / seconds;
        boolean library = !certificate.word("reference").contains("shipped");
        return new Judgement.Counted(
                new Timing(ratio, again, roof, error, binary, library).tally(shape));
    }

    /// Seconds below which this core cannot go: by its peak or by its bandwidth.
    private static double roof(Certificate certificate) throws IOException {
        return Math.max(
                certificate.number("flops") / certificate.number("peak"),
                certificate.number("bytes") / certificate.number("bandwidth"));
    }

    private Tally tally(Shape shape) {
        double timed = shape.timed() ? 1 : 0;
        return Tally.of(timed, ratio, again, roof, error, binary, library ? 1 : 0);
    }

    static boolean timed(Tally tally) {
        return tally.amount(0) == 1;
    }

    static Timing of(Tally tally) {
        return new Timing(
                tally.amount(1),
                tally.amount(2),
                tally.amount(3),
                tally.amount(4),
                tally.amount(5),
                tally.amount(6) == 1);
    }

    static String describe(Shape shape, Certificate certificate) throws IOException {
        if (!shape.timed()) {
            return "%-16s right, error %.2g of %.2g"
                    .formatted(shape.shape(), certificate.number("checked"), shape.terms().limit());
        }
        double seconds = certificate.number("seconds");
        return String.format(
                Locale.ROOT,
                "%-16s %.4g us, %.1f GF/s, %.1f GB/s, %.0f %% of the roof (%.1f GF/s, %.1f GB/s);"
                        + " %.3f x %s; A/A %.3f; %.0f of %.0f rounds clean, %.0f calls each;"
                        + " error %.2g",
                shape.shape(),
                seconds * 1e6,
                certificate.number("flops") / seconds * 1e-9,
                certificate.number("bytes") / seconds * 1e-9,
                100 * roof(certificate) / seconds,
                certificate.number("peak") * 1e-9,
                certificate.number("bandwidth") * 1e-9,
                certificate.number("ratio"),
                certificate.word("reference"),
                certificate.number("again"),
                certificate.number("clean"),
                certificate.number("repetitions"),
                certificate.number("batch"),
                Math.max(certificate.number("checked"), certificate.number("error")));
    }
}
