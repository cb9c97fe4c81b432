package dev.tradewind.report;

import dev.tradewind.law.allocation.Band;
import dev.tradewind.law.allocation.Belief;
import dev.tradewind.law.allocation.Forecast;
import dev.tradewind.search.Prospect;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What was believed of a ladder's rungs when a run ended.
///
/// @param policy that decided which rung was asked
/// @param rungs in the ladder's order
/// @param next what a tenth of the budget more would be expected to buy; null when the policy
///   foretells nothing
public record LawResult(String policy, List<Rung> rungs, @Nullable Next next) {

    public LawResult {
        rungs = List.copyOf(rungs);
    }

    /// A rung, as it was believed to be.
    ///
    /// @param success chance that the next proposal beats all its island knows
    /// @param low bound of that chance: it is below with 10 % probability
    /// @param high bound of it: above with 10 % probability
    /// @param gain of a proposal that does, in the objective's unit; 0 as long as none did
    /// @param cost of a proposal, with its evaluation, as a part of the budget
    /// @param worth gain per budget
    /// @param share of the proposals it would have from now on, 0 to 1
    public record Rung(
            String name,
            double success,
            double low,
            double high,
            double gain,
            double cost,
            double worth,
            double share) {

        static Rung of(Belief belief) {
            return new Rung(
                    belief.rung(),
                    belief.success(),
                    belief.low(),
                    belief.high(),
                    belief.gain(),
                    belief.cost(),
                    belief.worth(),
                    belief.share());
        }
    }

    /// What comes of a part of the budget, with bounds of 80 % probability.
    ///
    /// @param part of the budget
    /// @param improvements proposals that beat all their island knows
    /// @param gain they add up to; null as long as nothing was gained
    public record Next(double part, Band improvements, @Nullable Band gain) {

        static Next of(Forecast forecast) {
            return new Next(forecast.cost(), forecast.improvements(), forecast.gain());
        }
    }

    /// Null when the policy believes nothing.
    static @Nullable LawResult of(Prospect prospect) {
        Forecast next = prospect.next();
        return prospect.beliefs().isEmpty()
                ? null
                : new LawResult(
                        prospect.policy().toString(),
                        prospect.beliefs().stream().map(Rung::of).toList(),
                        next == null ? null : Next.of(next));
    }
}
