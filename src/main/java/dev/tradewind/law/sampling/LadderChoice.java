package dev.tradewind.law.sampling;

import java.util.Comparator;
import java.util.List;

/// Which rung of a ladder to ask.
///
/// @param ladder at least one rung, in the order of the ladder, which decides between equals
public record LadderChoice(List<Odds> ladder) {

    public LadderChoice {
        ladder = List.copyOf(ladder);
        if (ladder.isEmpty()) {
            throw new IllegalArgumentException("a ladder has at least one rung");
        }
    }

    /// The rung that brings most per unit of cost.
    public Odds best() {
        return most(Comparator.comparingDouble(Odds::worth));
    }

    /// The rung that reaches its first improvement at the least cost, whatever that is worth.
    public Odds soonest() {
        return most(Comparator.comparingDouble(odds -> -odds.costToImprove()));
    }

    /// The rung whose best proposal is expected to be best once the budget is spent; differs from
    /// [#best()] where gains of rarer improvements are larger.
    ///
    /// @param tail shape of the gains' tail, see [BestOfMany]
    public Odds bestWithin(double budget, double tail) {
        return most(Comparator.comparingDouble(odds -> expected(odds, budget, tail)));
    }

    private static double expected(Odds odds, double budget, double tail) {
        return new BestOfMany(odds.success(), odds.gain() * (1 - tail), tail)
                .expected(budget / odds.cost());
    }

    private Odds most(Comparator<Odds> order) {
        return ladder.stream().reduce((a, b) -> order.compare(b, a) > 0 ? b : a).orElseThrow();
    }

    /// What asking a rung costs on top of asking the best, for equal gain: 0.05 for five per cent.
    ///
    /// @throws IllegalArgumentException when the ladder has no such rung
    public double regret(String rung) {
        return best().worth() / named(rung).worth() - 1;
    }

    /// What is known of a rung.
    ///
    /// @throws IllegalArgumentException when the ladder has no such rung
    public Odds named(String rung) {
        return ladder.stream()
                .filter(odds -> odds.rung().equals(rung))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no rung " + rung));
    }
}
