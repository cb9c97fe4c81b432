package dev.tradewind.law.training;

import java.util.Locale;

/// How size and tokens grow with training compute, `N ∝ C^a` and `D ∝ C^(1-a)`, as published
/// without saying where the growth starts: there is no plan at a given compute to be had from it.
/// `toString` gives the name people write: `approach-1`.
public enum GrowthRule {
    KAPLAN(0.73, "published: Kaplan et al. 2020 (arXiv:2001.08361)"),
    /// The envelope of training curves.
    APPROACH_1(0.50, "published: Hoffmann et al. 2022 (arXiv:2203.15556), approach 1"),
    /// Curves of equal compute.
    APPROACH_2(0.49, "published: Hoffmann et al. 2022 (arXiv:2203.15556), approach 2"),
    /// What the paper's table says of its parametric fit; the constants it prints give 0.452.
    APPROACH_3(0.46, "published: Hoffmann et al. 2022 (arXiv:2203.15556), approach 3, table");

    private final double exponent;
    private final String source;

    GrowthRule(double exponent, String source) {
        this.exponent = exponent;
        this.source = source;
    }

    /// a.
    public double exponent() {
        return exponent;
    }

    /// What the exponent is and where it stands.
    public String source() {
        return source;
    }

    /// By how much the best size grows when compute does.
    ///
    /// @param compute factor, more than 0
    public double size(double compute) {
        return Math.pow(Positive.required("growth of compute", compute), exponent);
    }

    /// By how much the tokens grow when compute does.
    ///
    /// @param compute factor, more than 0
    public double tokens(double compute) {
        return compute / size(compute);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
