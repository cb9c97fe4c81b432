package dev.tradewind.law.training;

/// What a fitted law says of a training compute.
///
/// @param flop of the training
/// @param parameters of the plan of least loss
/// @param tokens of it
/// @param loss it reaches
/// @param beyond orders of magnitude by which the plan lies outside of the runs, 0 inside
public record FitForecast(
        double flop, Estimate parameters, Estimate tokens, Estimate loss, double beyond) {

    /// Whether it lies so far outside that the interval, which supposes the law's form, is no
    /// longer to be believed.
    public boolean tooFar() {
        return beyond > Reach.FURTHEST;
    }
}
