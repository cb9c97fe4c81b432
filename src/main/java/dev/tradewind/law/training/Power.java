package dev.tradewind.law.training;

/// A term of a loss that falls as a power: `scale · x^-exponent`.
///
/// @param scale more than 0
/// @param exponent more than 0
public record Power(double scale, double exponent) {

    public Power {
        Positive.required("scale", scale);
        Positive.required("exponent", exponent);
    }

    /// The term at `x`.
    public double at(double x) {
        return scale * Math.pow(x, -exponent);
    }

    /// Where the term has this value.
    double inverse(double value) {
        return Math.pow(scale / value, 1 / exponent);
    }
}
