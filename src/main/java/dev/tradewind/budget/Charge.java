package dev.tradewind.budget;

import java.time.Duration;

/// What calls of models cost.
///
/// @param money by the price list
/// @param atRisk at most this much more, for calls that got no answer and may still be billed
/// @param flops of models of known size
/// @param inFlight sum over the calls, measured
/// @param calls how many
/// @param estimated how many of them told no usage, so that it was estimated from the text
public record Charge(
        Usd money,
        Usd atRisk,
        Usage usage,
        double flops,
        Duration inFlight,
        long calls,
        long estimated) {

    public static final Charge NONE =
            new Charge(Usd.ZERO, Usd.ZERO, Usage.NONE, 0, Duration.ZERO, 0, 0);

    /// The most that can have been paid: calls without an answer billed in full.
    public Usd most() {
        return money.plus(atRisk);
    }

    public Charge plus(Charge other) {
        return other.calls == 0 ? this : calls == 0 ? other : sum(other);
    }

    /// Without one that was added before.
    public Charge minus(Charge other) {
        return other.calls == 0 ? this : calls == other.calls ? NONE : difference(other);
    }

    private Charge difference(Charge other) {
        return new Charge(
                money.minus(other.money),
                atRisk.minus(other.atRisk),
                usage.minus(other.usage),
                flops - other.flops,
                inFlight.minus(other.inFlight),
                calls - other.calls,
                estimated - other.estimated);
    }

    private Charge sum(Charge other) {
        return new Charge(
                money.plus(other.money),
                atRisk.plus(other.atRisk),
                usage.plus(other.usage),
                flops + other.flops,
                inFlight.plus(other.inFlight),
                calls + other.calls,
                estimated + other.estimated);
    }
}
