package dev.tradewind.budget;

import java.time.Duration;

/// What has been used up.
///
/// @param evaluations candidates whose outcome is known, failed ones included
/// @param wall time passed on the clock, over all sessions of a run
/// @param cpu processor time of evaluations and of proposing, measured
/// @param models what calls of language models cost
public record Spend(long evaluations, Duration wall, Duration cpu, Charge models) {

    public static final Spend NONE = new Spend(0, Duration.ZERO, Duration.ZERO, Charge.NONE);

    /// One evaluation that took this much processor time; clock time is counted by the run.
    public static Spend ofEvaluation(Duration cpu) {
        return new Spend(1, Duration.ZERO, cpu, Charge.NONE);
    }

    /// A number of evaluations still in flight, nothing else known of them.
    public static Spend ofEvaluations(long evaluations) {
        return new Spend(evaluations, Duration.ZERO, Duration.ZERO, Charge.NONE);
    }

    /// Calls of models alone.
    public static Spend ofModels(Charge models) {
        return new Spend(0, Duration.ZERO, Duration.ZERO, models);
    }

    /// What proposing took, no evaluation in it.
    public static Spend ofProposing(Duration cpu, Charge models) {
        return new Spend(0, Duration.ZERO, cpu, models);
    }

    /// Paid to providers, as far as it is known.
    public Usd money() {
        return models.money();
    }

    /// Read and written by models.
    public long tokens() {
        return models.usage().total();
    }

    public Spend plus(Spend other) {
        return new Spend(
                evaluations + other.evaluations,
                wall.plus(other.wall),
                cpu.plus(other.cpu),
                models.plus(other.models));
    }

    public Spend withWall(Duration total) {
        return new Spend(evaluations, total, cpu, models);
    }
}
