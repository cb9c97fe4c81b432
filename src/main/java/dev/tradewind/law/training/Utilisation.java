package dev.tradewind.law.training;

/// Shares of a machine's peak rate that each kind of work uses, each more than 0 and at most 1.
///
/// @param prefill reading a request
/// @param decode writing an answer
public record Utilisation(double training, double prefill, double decode) {

    /// Published: the setting of Sardana et al. 2024 (arXiv:2401.00448).
    public static final Utilisation SARDANA = new Utilisation(0.5, 0.5, 0.01);

    public Utilisation {
        share("utilisation in training", training);
        share("utilisation in prefill", prefill);
        share("utilisation in decode", decode);
    }

    private static void share(String what, double value) {
        if (!(value > 0) || value > 1) {
            throw new IllegalArgumentException(
                    "%s: a share more than 0 and at most 1 is needed, not %s"
                            .formatted(what, value));
        }
    }
}
