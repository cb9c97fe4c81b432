package dev.tradewind.budget;

import java.time.Duration;

/// What has been used up.
///
/// @param evaluations candidates whose outcome is known, failed ones included
/// @param wall time passed on the clock, over all sessions of a run
/// @param cpu processor time of evaluations, measured
/// @param money paid to providers
/// @param tokens read and written by models
public record Spend(long evaluations, Duration wall, Duration cpu, Usd money, long tokens) {

    public static final Spend NONE = new Spend(0, Duration.ZERO, Duration.ZERO, Usd.ZERO, 0);

    /// One evaluation that took this much processor time; clock time is counted by the run.
    public static Spend ofEvaluation(Duration cpu) {
        return new Spend(1, Duration.ZERO, cpu, Usd.ZERO, 0);
    }

    /// A number of evaluations still in flight, nothing else known of them.
    public static Spend ofEvaluations(long evaluations) {
        return new Spend(evaluations, Duration.ZERO, Duration.ZERO, Usd.ZERO, 0);
    }

    public Spend plus(Spend other) {
        return new Spend(
                evaluations + other.evaluations,
                wall.plus(other.wall),
                cpu.plus(other.cpu),
                money.plus(other.money),
                tokens + other.tokens);
    }

    public Spend withWall(Duration total) {
        return new Spend(evaluations, total, cpu, money, tokens);
    }
}
