package dev.tradewind.budget;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What may be spent: limits that stand together, the first one reached stops.
///
/// @param limits at least one
public record Budget(List<Limit> limits) {

    public Budget {
        if (limits.isEmpty()) {
            throw new IllegalArgumentException("a budget has at least one limit");
        }
        limits = List.copyOf(limits);
    }

    public static Budget of(Limit... limits) {
        return new Budget(List.of(limits));
    }

    public static Budget evaluations(long count) {
        return of(new Limit.Evaluations(count));
    }

    /// Whether one more step may start.
    ///
    /// @param spent what was spent or is reserved for steps in flight
    /// @param next the most the step may take
    public boolean allows(Spend spent, Spend next) {
        return limits.stream().allMatch(limit -> limit.allows(spent, next));
    }

    /// The part of the budget used, 0 to 1, by the limit closest to being reached.
    public double fraction(Spend spent) {
        return Math.min(1, tightest(spent).fraction(spent));
    }

    /// The limit closest to being reached.
    public Limit tightest(Spend spent) {
        return limits.stream()
                .max(Comparator.comparingDouble(limit -> limit.fraction(spent)))
                .orElseThrow();
    }

    /// Whether a limit counts what models cost.
    public boolean limitsModels() {
        return limits.stream()
                .anyMatch(limit -> limit instanceof Limit.Money || limit instanceof Limit.Tokens);
    }

    /// Whether the same seed spends it the same way on every machine: no limit depends on a clock.
    public boolean repeatable() {
        return limits.stream().noneMatch(Limit::measured);
    }

    /// This budget with one more limit.
    public Budget and(Limit limit) {
        List<Limit> all = new ArrayList<>(limits);
        all.add(limit);
        return new Budget(all);
    }

    @Override
    public String toString() {
        return String.join(", ", limits.stream().map(Limit::toString).toList());
    }
}
