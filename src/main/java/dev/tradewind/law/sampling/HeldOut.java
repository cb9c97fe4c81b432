package dev.tradewind.law.sampling;

import java.util.List;

/// What a form, fitted to all but the largest size, foretells of that.
///
/// @param size the largest
/// @param observed rate there
/// @param predicted from the others
public record HeldOut(SuccessForm form, double size, double observed, double predicted) {

    /// Of the largest size among the rows.
    ///
    /// @param rows of three sizes or more
    /// @throws Inconclusive for fewer, or when the form cannot be fitted
    public static HeldOut largest(SuccessForm form, List<Evidence> rows) {
        double largest = rows.stream().mapToDouble(Evidence::size).max().orElse(0);
        List<Evidence> rest = rows.stream().filter(row -> row.size() < largest).toList();
        if (CurveFit.sizes(rest) < 2) {
            throw new Inconclusive(
                    "holding one size out takes two others or more, not %d"
                            .formatted(CurveFit.sizes(rest)));
        }
        double observed =
                rows.stream()
                        .filter(row -> row.size() == largest)
                        .mapToDouble(Evidence::rate)
                        .average()
                        .orElseThrow();
        return new HeldOut(form, largest, observed, form.fitted(rest).applyAsDouble(largest));
    }

    /// Relative: 0.05 where five per cent too much was foretold.
    public double error() {
        return predicted / observed - 1;
    }
}
