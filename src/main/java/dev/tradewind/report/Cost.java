package dev.tradewind.report;

import dev.tradewind.budget.Spend;

import java.math.BigDecimal;

/// What some flights of a run used up, as documents show it: [Spent] without clock time, which
/// flights share.
///
/// @param cpu seconds of processor time of evaluations
/// @param evaluations candidates whose outcome is known
/// @param money US dollars
/// @param models calls of language models
public record Cost(double cpu, long evaluations, BigDecimal money, long tokens, Calls models) {

    public static Cost of(Spend spend) {
        return new Cost(
                Spent.seconds(spend.cpu()),
                spend.evaluations(),
                spend.money().amount(),
                spend.tokens(),
                Calls.of(spend.models()));
    }

    /// In words: `0.0123 USD, 2.58 k tokens`.
    public String words() {
        return "%s USD, %s tokens".formatted(Figures.money(money), Figures.tokens(tokens));
    }
}
