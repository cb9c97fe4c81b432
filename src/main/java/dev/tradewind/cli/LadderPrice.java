package dev.tradewind.cli;

import dev.tradewind.budget.Budget;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.Ladder;
import dev.tradewind.campaign.Rung;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.search.RungPrice;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;

/// What proposals of a ladder cost, each rung at its share of the flights.
///
/// @param shares of the flights, 0 to 1, by name of the rung, in the ladder's order
/// @param models the rungs that cost something, in the ladder's order
record LadderPrice(SequencedMap<String, Double> shares, List<RungPrice> models) {

    LadderPrice {
        shares = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(shares));
        models = List.copyOf(models);
    }

    /// @param seed what the seed reached on training, which models are told
    static LadderPrice of(Campaign campaign, Scores seed) {
        return new LadderPrice(shares(campaign.ladder()), RungPrice.of(campaign, seed));
    }

    private static SequencedMap<String, Double> shares(Ladder ladder) {
        double all = ladder.rungs().stream().mapToDouble(Rung::share).sum();
        SequencedMap<String, Double> shares = new LinkedHashMap<>();
        ladder.rungs().forEach(rung -> shares.put(rung.name(), rung.share() / all));
        return shares;
    }

    /// The rungs a budget lets propose; the others leave them their shares.
    LadderPrice within(Budget budget) {
        List<RungPrice> asked = models.stream().filter(price -> price.within(budget)).toList();
        SequencedMap<String, Double> left = new LinkedHashMap<>(shares);
        models.stream()
                .filter(price -> !asked.contains(price))
                .forEach(price -> left.remove(price.rung().name()));
        double all = left.values().stream().mapToDouble(Double::doubleValue).sum();
        left.replaceAll((_, share) -> share / all);
        return new LadderPrice(left, asked);
    }

    /// What a model's proposals cost; null when the rung is none.
    @Nullable RungPrice of(String rung) {
        return models.stream()
                .filter(price -> price.rung().name().equals(rung))
                .findFirst()
                .orElse(null);
    }

    private double share(String rung) {
        return shares.getOrDefault(rung, 0.0);
    }

    /// US dollars a proposal is expected to cost, over all rungs.
    double usd() {
        return mean(price -> price.expected().money().amount().doubleValue());
    }

    /// Tokens a proposal is expected to take, over all rungs.
    double tokens() {
        return mean(price -> price.expected().usage().total());
    }

    private double mean(ToDoubleFunction<RungPrice> cost) {
        return models.stream()
                .mapToDouble(price -> share(price.rung().name()) * cost.applyAsDouble(price))
                .sum();
    }
}
