package dev.tradewind.law.training;

/// How large a model is to be and how much it is to be shown.
///
/// @param parameters active ones, more than 0
/// @param tokens of training, more than 0
public record TrainingPlan(double parameters, double tokens) {

    /// FLOP of training for each parameter and token: forward and backward.
    static final double FLOP = 6;

    public TrainingPlan {
        Positive.required("parameters", parameters);
        Positive.required("tokens", tokens);
    }

    /// Compute of the training.
    public double flop() {
        return FLOP * parameters * tokens;
    }

    /// Tokens for each parameter.
    public double ratio() {
        return tokens / parameters;
    }
}
