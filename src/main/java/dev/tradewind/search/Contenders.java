package dev.tradewind.search;

import dev.tradewind.budget.Charge;
import dev.tradewind.budget.Spend;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.Rung;
import dev.tradewind.law.allocation.Contender;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The rungs of a campaign's ladder before the first flight, and what their proposals cost.
final class Contenders {

    private final Campaign campaign;
    private final Duration evaluation;
    private final Map<String, Charge> calls;
    private final Pricing pricing;

    /// @param seed whose evaluation tells what evaluations take
    Contenders(Campaign campaign, Seed seed) {
        this.campaign = campaign;
        this.evaluation = seed.cpu();
        this.calls =
                RungPrice.of(campaign, seed.champion().elite().training()).stream()
                        .collect(
                                Collectors.toMap(
                                        price -> price.rung().name(), RungPrice::expected));
        this.pricing = priced();
    }

    private Pricing priced() {
        int calls =
                campaign.ladder().models().stream().mapToInt(rung -> rung.model().calls()).sum();
        Pricing plain = new Pricing(campaign.budget(), campaign.jobs(), Math.max(1, calls), 0);
        return plain.withCall(
                campaign.ladder().models().stream()
                        .mapToDouble(rung -> plain.of(expected(rung)))
                        .filter(cost -> cost > 0)
                        .min()
                        .orElse(0));
    }

    /// What proposals cost in the campaign.
    Pricing pricing() {
        return pricing;
    }

    /// The rungs as an allocator sees them, in the ladder's order.
    List<Contender> list() {
        return campaign.ladder().rungs().stream().map(this::contender).toList();
    }

    private Contender contender(Rung rung) {
        double cost = Math.max(Double.MIN_NORMAL, pricing.of(expected(rung)));
        return new Contender(rung.name(), campaign.ladder().position(rung), cost, rung.share());
    }

    private Spend expected(Rung rung) {
        Spend one = Spend.ofEvaluation(evaluation);
        return switch (rung) {
            case Rung.Breeding(_, _, int draws) -> one.plus(screening(draws));
            case Rung.Tuning _, Rung.Settings _ -> one;
            case Rung.Chat chat ->
                    one.plus(Spend.ofModels(calls.getOrDefault(chat.name(), Charge.NONE)));
        };
    }

    private Spend screening(int draws) {
        double nanos = Screening.evaluations(draws) * evaluation.toNanos();
        return Spend.ofProposing(Duration.ofNanos(Math.round(nanos)), Charge.NONE);
    }
}
