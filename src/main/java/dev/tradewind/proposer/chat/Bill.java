package dev.tradewind.proposer.chat;

import dev.tradewind.budget.Charge;
import dev.tradewind.budget.PriceList;
import dev.tradewind.budget.Usage;
import dev.tradewind.budget.Usd;
import dev.tradewind.proposer.Reply;
import dev.tradewind.proposer.Request;

import java.time.Duration;

/// What calls of a rung cost: before, at most; after, exactly.
///
/// @param rung whose prices and limits count
record Bill(ChatRung rung) {

    /// No tokenizer in use makes more tokens than one for two characters of code and English.
    private static final int CHARACTERS = 2;

    /// Tokens of what stands around messages, and of what asks for a repair.
    private static final int AROUND = 2_000;

    /// The most a proposal may cost that starts with a request.
    ///
    /// @param calls at most, each reading all that was said before it
    Charge most(Request first, int calls) {
        Charge most = Charge.NONE;
        long said = 0;
        for (int call = 0; call < calls; call++) {
            most = most.plus(most(new Usage(input(first) + said, 0, output(), 0)));
            said += output() + AROUND;
        }
        return most;
    }

    private Charge most(Usage usage) {
        Usd money = rung.price().of(usage, rung.limits().time());
        double flops = rung.size().flops(usage);
        return new Charge(money, Usd.ZERO, usage, flops, rung.limits().time(), 1, 0);
    }

    private static long input(Request request) {
        return (long) request.length() / CHARACTERS + AROUND;
    }

    private long output() {
        return rung.limits().outputTokens();
    }

    /// What a reply came to.
    Charge of(Request request, Reply reply) {
        return switch (reply) {
            case Reply.Answered answered -> answered(answered);
            case Reply.Lost lost -> lost(request, lost.inFlight());
            case Reply.Rejected rejected -> known(Usage.NONE, rejected.inFlight(), false);
        };
    }

    private Charge answered(Reply.Answered answered) {
        return known(answered.usage(), answered.inFlight(), answered.estimated());
    }

    private Charge known(Usage usage, Duration inFlight, boolean estimated) {
        return new Charge(
                rung.price().of(usage, inFlight),
                Usd.ZERO,
                usage,
                rung.size().flops(usage),
                inFlight,
                1,
                estimated ? 1 : 0);
    }

    /// The time of a machine of one's own is gone; a provider may send a bill or not.
    private Charge lost(Request request, Duration inFlight) {
        Usd atRisk =
                switch (rung.price()) {
                    case PriceList.PerMillionTokens list ->
                            list.of(new Usage(input(request), 0, output(), 0), inFlight);
                    case PriceList.Free _, PriceList.PerHour _ -> Usd.ZERO;
                };
        Usd money = rung.price().of(Usage.NONE, inFlight);
        return new Charge(money, atRisk, Usage.NONE, 0, inFlight, 1, 1);
    }
}
