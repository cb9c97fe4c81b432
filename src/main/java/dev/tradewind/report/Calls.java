package dev.tradewind.report;

import dev.tradewind.budget.Charge;
import dev.tradewind.budget.Usage;

import java.math.BigDecimal;

/// Calls of language models, as documents show them.
///
/// @param calls how many
/// @param estimated how many of them told no tokens, so that these were estimated from the text
/// @param input tokens read, cached ones included
/// @param cached tokens read that the provider had read before
/// @param output tokens written, reasoning included
/// @param reasoning tokens written that are no part of an answer
/// @param flops of models of known size
/// @param inFlight seconds, summed over the calls
/// @param moneyAtRisk US dollars that may be billed on top, at most, for calls without an answer
public record Calls(
        long calls,
        long estimated,
        long input,
        long cached,
        long output,
        long reasoning,
        double flops,
        double inFlight,
        BigDecimal moneyAtRisk) {

    static final Calls NONE = of(Charge.NONE);

    public static Calls of(Charge charge) {
        Usage usage = charge.usage();
        return new Calls(
                charge.calls(),
                charge.estimated(),
                usage.input(),
                usage.cached(),
                usage.output(),
                usage.reasoning(),
                charge.flops(),
                Spent.seconds(charge.inFlight()),
                charge.atRisk().amount());
    }
}
