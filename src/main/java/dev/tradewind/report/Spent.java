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
/// @param units of the amounts that have one
public record Spent(
        double wall, double cpu, long evaluations, BigDecimal money, long tokens, Units units) {

    private static final Units UNITS = new Units("s", "s", "USD");

    public static Spent of(Spend spend) {
        return new Spent(
                seconds(spend.wall()),
                seconds(spend.cpu()),
                spend.evaluations(),
                spend.money().amount(),
                spend.tokens(),
                UNITS);
    }

    /// Units by amount.
    public record Units(String wall, String cpu, String money) {}

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
