package dev.tradewind.report;

import dev.tradewind.budget.Spend;

import java.math.BigDecimal;
import java.time.Duration;

/// What was used up, as documents show it.
///
/// @param wall seconds on the clock
/// @param cpu seconds of processor time of evaluations
/// @param evaluations candidates whose outcome is known
/// @param money US dollars
/// @param models calls of language models
/// @param units of the amounts that have one
public record Spent(
        double wall,
        double cpu,
        long evaluations,
        BigDecimal money,
        long tokens,
        Calls models,
        Units units) {

    private static final Units UNITS = new Units("s", "s", "USD");

    /// Outcomes written before there were models tell of no calls.
    public Spent {
        models = models == null ? Calls.NONE : models;
    }

    public static Spent of(Spend spend) {
        return new Spent(
                seconds(spend.wall()),
                seconds(spend.cpu()),
                spend.evaluations(),
                spend.money().amount(),
                spend.tokens(),
                Calls.of(spend.models()),
                UNITS);
    }

    /// Units by amount.
    public record Units(String wall, String cpu, String money) {}

    static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
