package dev.tradewind.search;

import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Charge;
import dev.tradewind.budget.Spend;
import dev.tradewind.budget.Usage;
import dev.tradewind.budget.Usd;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.Rung;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.program.Candidate;
import dev.tradewind.prompt.PromptName;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Briefing;
import dev.tradewind.proposer.Briefing.Account;
import dev.tradewind.proposer.Exchanges;
import dev.tradewind.proposer.chat.ChatProposer;
import dev.tradewind.proposer.chat.ChatRung;
import dev.tradewind.proposer.chat.Prompting;

import java.time.Duration;
import java.util.List;

/// What a proposal of a language model costs.
///
/// @param expected one call about the seed, assumed to be answered with as much code
/// @param most what is reserved before a proposal: both calls it may make, answered at the limit
public record RungPrice(ChatRung rung, Charge expected, Charge most) {

    /// Code and English have about so many characters to a token; assumed.
    private static final double CHARACTERS = 3.5;

    /// Tokens of an answer beside its code; assumed.
    private static final int AROUND = 100;

    /// Tokens a machine of one's own writes in a second; assumed, for it is paid by the hour.
    private static final double SPEED = 50;

    /// What proposals of a campaign's models cost, in the ladder's order; none without models.
    ///
    /// @param seed what the seed reached on training, which models are told
    public static List<RungPrice> of(Campaign campaign, Scores seed) {
        List<Rung.Chat> models = campaign.ladder().models();
        if (models.isEmpty()) {
            return List.of();
        }
        Prompting prompting = new Prompting(campaign.task(), campaign.ladder().library());
        Ask ask = rewriting(campaign, seed);
        return models.stream().map(rung -> of(rung.model(), prompting, ask)).toList();
    }

    private static Ask rewriting(Campaign campaign, Scores seed) {
        Briefing briefing =
                new Briefing(
                        PromptName.REWRITE.word(),
                        List.of(new Account(seed, "")),
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

    /// What a proposal of this rung costs.
    ///
    /// @param ask for the whole seed written anew
    private static RungPrice of(ChatRung rung, Prompting prompting, Ask ask) {
        ChatProposer proposer =
                new ChatProposer(
                        rung,
                        prompting,
                        _ -> {
                            throw new IllegalStateException("pricing calls nobody");
                        });
        int seed = ask.parents().getFirst().program().length();
        long input = tokens(prompting.request(rung.name(), ask).length());
        long output = Math.min(tokens(seed) + AROUND, rung.limits().outputTokens());
        return new RungPrice(
                rung, charge(rung, new Usage(input, 0, output, 0)), proposer.most(ask));
    }

    private static long tokens(int characters) {
        return Math.round(characters / CHARACTERS);
    }

    private static Charge charge(ChatRung rung, Usage usage) {
        Duration time = Duration.ofMillis(Math.round(1000 * usage.output() / SPEED));
        Usd money = rung.price().of(usage, time);
        return new Charge(money, Usd.ZERO, usage, rung.size().flops(usage), time, 1, 1);
    }

    /// Whether a budget lets a proposal start at all.
    public boolean within(Budget budget) {
        return budget.allows(Spend.NONE, Spend.ofEvaluations(1).plus(Spend.ofModels(most)));
    }
}
