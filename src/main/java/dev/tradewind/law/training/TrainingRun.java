package dev.tradewind.law.training;

/// One model that was trained.
///
/// @param parameters active ones, more than 0
/// @param tokens of training, more than 0
/// @param loss it ended with in nats per token, more than 0
public record TrainingRun(double parameters, double tokens, double loss) {

    public TrainingRun {
        Positive.required("parameters", parameters);
        Positive.required("tokens", tokens);
        Positive.required("loss", loss);
    }

    /// Compute of its training.
    double flop() {
        return TrainingPlan.FLOP * parameters * tokens;
    }
}
