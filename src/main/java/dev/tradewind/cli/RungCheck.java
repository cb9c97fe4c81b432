package dev.tradewind.cli;

import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Charge;
import dev.tradewind.budget.Usage;
import dev.tradewind.proposer.chat.ChatRung;
import dev.tradewind.search.RungPrice;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/// What `check` says of a rung that is a language model. Of its key it says the name only.
///
/// @param share of the flights it is due, 0 to 1
/// @param size active parameters as declared
/// @param price as declared
/// @param key environment variable that holds it; empty when none is wanted
/// @param keySet whether it holds one, or none is wanted
/// @param expected what a proposal costs about; null when the seed has no score
/// @param most what a proposal may cost at most; null when the seed has no score
/// @param affordable whether the budget lets a proposal start; null when the seed has no score
/// @param live what came of a call; null when none was made
record RungCheck(
        String name,
        String provider,
        String model,
        String url,
        double share,
        String size,
        String price,
        String key,
        boolean keySet,
        @Nullable Amount expected,
        @Nullable Amount most,
        @Nullable Boolean affordable,
        @Nullable Live live) {

    static RungCheck of(ModelCheck check, Budget budget) {
        ChatRung rung = check.rung();
        RungPrice price = check.price();
        Probe probe = check.probe();
        return new RungCheck(
                rung.name(),
                check.provider(),
                rung.model(),
                rung.address().toString(),
                check.share(),
                check.size(),
                check.priceList(),
                rung.keyVariable(),
                check.keySet(),
                price == null ? null : Amount.of(price.expected()),
                price == null ? null : Amount.of(price.most()),
                price == null ? null : price.within(budget),
                probe == null ? null : Live.of(probe));
    }

    /// @param money US dollars
    record Amount(BigDecimal money, long tokens) {

        static Amount of(Charge charge) {
            return new Amount(charge.money().amount(), charge.usage().total());
        }
    }

    /// @param servedBy the model that answered; null when none did
    /// @param seconds null when none did
    /// @param money US dollars
    /// @param error null when it answered
    record Live(
            @Nullable String servedBy,
            @Nullable Double seconds,
            long input,
            long output,
            boolean estimated,
            BigDecimal money,
            @Nullable String error) {

        static Live of(Probe probe) {
            return switch (probe) {
                case Probe.Answered answered -> of(answered, answered.usage());
                case Probe.Failed(String why, Exit _) ->
                        new Live(null, null, 0, 0, false, BigDecimal.ZERO, why);
            };
        }

        private static Live of(Probe.Answered answered, Usage usage) {
            return new Live(
                    answered.servedBy(),
                    answered.inFlight().toMillis() / 1000.0,
                    usage.input(),
                    usage.output(),
                    answered.estimated(),
                    answered.money().amount(),
                    null);
        }
    }
}
