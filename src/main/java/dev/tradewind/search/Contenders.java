package dev.tradewind.search;

import dev.tradewind.budget.Charge;
import dev.tradewind.budget.Spend;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.Rung;
import dev.tradewind.law.allocation.Contender;
import dev.tradewind.program.Candidate;
import dev.tradewind.prompt.PromptName;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Briefing;
import dev.tradewind.proposer.Briefing.Account;
import dev.tradewind.proposer.Exchanges;
import dev.tradewind.proposer.chat.Prompting;

import java.time.Duration;
import java.util.List;

/// The rungs of a campaign's ladder as an allocator sees them before the first flight.
final class Contenders {

    private final Campaign campaign;
    private final Seed seed;

    private Contenders(Campaign campaign, Seed seed) {
        this.campaign = campaign;
        this.seed = seed;
    }

    /// @param seed whose evaluation tells what evaluations take
    static List<Contender> of(Campaign campaign, Pricing pricing, Seed seed) {
        Contenders contenders = new Contenders(campaign, seed);
        return campaign.ladder().rungs().stream()
                .map(rung -> contenders.of(rung, pricing))
                .toList();
    }

    /// What proposals cost in a campaign.
    static Pricing pricing(Campaign campaign, Seed seed) {
        Contenders contenders = new Contenders(campaign, seed);
        int calls =
                campaign.ladder().models().stream().mapToInt(rung -> rung.model().calls()).sum();
        Pricing plain = new Pricing(campaign.budget(), campaign.jobs(), Math.max(1, calls), 0);
        double cheapest =
                campaign.ladder().models().stream()
                        .mapToDouble(rung -> plain.of(contenders.expected(rung)))
                        .filter(cost -> cost > 0)
                        .min()
                        .orElse(0);
        return new Pricing(campaign.budget(), campaign.jobs(), Math.max(1, calls), cheapest);
    }

    private Contender of(Rung rung, Pricing pricing) {
        double cost = Math.max(Double.MIN_NORMAL, pricing.of(expected(rung)));
        return new Contender(rung.name(), campaign.ladder().position(rung), cost, rung.share());
    }

    private Spend expected(Rung rung) {
        Spend evaluation = Spend.ofEvaluation(seed.cpu());
        return switch (rung) {
            case Rung.Breeding(_, _, int draws) -> evaluation.plus(screening(draws));
            case Rung.Tuning _ -> evaluation;
            case Rung.Chat chat -> evaluation.plus(call(chat));
        };
    }

    private Spend screening(int draws) {
        double nanos = Screening.evaluations(draws) * seed.cpu().toNanos();
        return Spend.ofProposing(Duration.ofNanos(Math.round(nanos)), Charge.NONE);
    }

    private Spend call(Rung.Chat chat) {
        Prompting prompting = new Prompting(campaign.task(), campaign.ladder().library());
        RungPrice price = RungPrice.of(chat.model(), prompting, rewriting());
        return Spend.ofProposing(Duration.ZERO, price.expected());
    }

    private Ask rewriting() {
        Briefing briefing =
                new Briefing(
                        PromptName.REWRITE.word(),
                        List.of(new Account(seed.champion().elite().training(), "")),
                        "",
                        List.of(),
                        null);
        return new Ask(
                List.of(Candidate.seed(campaign.task().seed())),
                campaign.seed(),
                0,
                briefing,
                Exchanges.live());
    }
}
