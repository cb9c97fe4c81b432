package dev.tradewind.law.sampling;

/// How likely a proposal succeeds that comes of a model of size N: `-ln p = e0 + a N^-g`.
///
/// The form is the published one for pass@k (arXiv:2509.24012, equation for parameters). A size has
/// the unit in which `a` was fitted.
///
/// @param e0 floor that no size overcomes, set by task, prompt and evaluator; 0 or more
/// @param a what size can remove, at size 1; more than 0
/// @param g how fast it does; more than 0
public record SuccessLaw(double e0, double a, double g) {

    public SuccessLaw {
        Numbers.least(e0, "the floor e0");
        Numbers.positive(a, "the scale a");
        Numbers.positive(g, "the exponent g");
    }

    /// `-ln p`.
    public double logLoss(double size) {
        return e0 + a * Math.pow(Numbers.positive(size, "a size"), -g);
    }

    /// Chance of success, 0 to 1; 0 only where it is too small for a `double`.
    public double success(double size) {
        return Math.exp(-logLoss(size));
    }

    /// By how many per cent the chance grows with one per cent more size: `a g N^-g`, falling.
    public double elasticity(double size) {
        return a * g * Math.pow(Numbers.positive(size, "a size"), -g);
    }

    /// The same law with sizes in a unit that is `factor` of the present ones.
    public SuccessLaw inUnitsOf(double factor) {
        return new SuccessLaw(e0, a * Math.pow(factor, -g), g);
    }
}
