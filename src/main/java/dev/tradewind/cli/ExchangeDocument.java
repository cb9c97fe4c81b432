package dev.tradewind.cli;

import dev.tradewind.budget.Charge;
import dev.tradewind.budget.Usage;
import dev.tradewind.proposer.Exchange;
import dev.tradewind.proposer.Message;
import dev.tradewind.proposer.Reply;
import dev.tradewind.proposer.Request;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/// What `show --json` and `best --json` say of one prompt and its answer.
///
/// @param turn within the flight, from 1
/// @param reply `answered`, `lost` or `rejected`
/// @param answer null when there was none
/// @param thinking what the model told of its reasoning, mostly empty; null without an answer
/// @param detail why there was no answer; null when there was one
/// @param finish why the model stopped, such as `stop` or `length`; null without an answer
/// @param servedBy the model that answered, as the provider names it; null without an answer
/// @param estimated whether the provider told no tokens, so that they were estimated
/// @param money US dollars, by the campaign's price list
/// @param moneyAtRisk US dollars that may be billed on top, at most
/// @param inFlight seconds
/// @param retries calls before it that failed and cost nothing
record ExchangeDocument(
        int turn,
        String rung,
        String prompt,
        String promptHash,
        String requestHash,
        List<Said> messages,
        String reply,
        @Nullable String answer,
        @Nullable String thinking,
        @Nullable String detail,
        @Nullable String finish,
        @Nullable String servedBy,
        long input,
        long cached,
        long output,
        long reasoning,
        boolean estimated,
        BigDecimal money,
        BigDecimal moneyAtRisk,
        double flops,
        double inFlight,
        int retries) {

    /// @param role `system`, `user` or `model`
    record Said(String role, String text) {

        static Said of(Message message) {
            return new Said(word(message.role()), message.text());
        }
    }

    static ExchangeDocument of(Exchange exchange) {
        Request request = exchange.request();
        Reply reply = exchange.reply();
        Reply.@Nullable Answered answered = reply instanceof Reply.Answered known ? known : null;
        Charge charge = exchange.charge();
        Usage usage = charge.usage();
        return new ExchangeDocument(
                exchange.turn(),
                request.rung(),
                request.prompt(),
                request.promptHash(),
                request.hash(),
                request.messages().stream().map(Said::of).toList(),
                kind(reply),
                answered == null ? null : answered.text(),
                answered == null ? null : answered.thinking(),
                detail(reply),
                answered == null ? null : word(answered.finish()),
                answered == null ? null : answered.servedBy(),
                usage.input(),
                usage.cached(),
                usage.output(),
                usage.reasoning(),
                charge.estimated() > 0,
                charge.money().amount(),
                charge.atRisk().amount(),
                charge.flops(),
                charge.inFlight().toMillis() / 1000.0,
                reply.retries());
    }

    private static String kind(Reply reply) {
        return switch (reply) {
            case Reply.Answered _ -> "answered";
            case Reply.Lost _ -> "lost";
            case Reply.Rejected _ -> "rejected";
        };
    }

    private static @Nullable String detail(Reply reply) {
        return switch (reply) {
            case Reply.Answered _ -> null;
            case Reply.Lost lost -> lost.detail();
            case Reply.Rejected rejected -> rejected.detail();
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
