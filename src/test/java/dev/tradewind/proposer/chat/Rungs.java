package dev.tradewind.proposer.chat;

import dev.tradewind.budget.ModelSize;
import dev.tradewind.budget.PriceList;
import dev.tradewind.proposer.Message;
import dev.tradewind.proposer.Request;
import dev.tradewind.proposer.chat.ChatRung.CallLimits;
import dev.tradewind.proposer.chat.ChatRung.Sampling;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/// Rungs, callers and requests for tests. The callers try again within milliseconds.
final class Rungs {

    static final Retrying SOON = new Retrying(Duration.ofMillis(1), Duration.ofMillis(4), 5, 12);

    private static final CallLimits PATIENT =
            new CallLimits(Duration.ofSeconds(30), 2_000, Duration.ofMinutes(1));

    private Rungs() {}

    static ChatRung openAi(URI address) {
        return rung(Provider.OPENAI, "small", address);
    }

    static ChatRung rung(Provider provider, String model, URI address) {
        return new ChatRung(
                "rung-1",
                provider,
                model,
                address,
                "",
                new ModelSize.Unknown(),
                new PriceList.Free(),
                16,
                PATIENT,
                Sampling.DEFAULT);
    }

    static ChatRung with(ChatRung rung, int calls) {
        return with(rung, calls, rung.limits(), rung.sampling());
    }

    static ChatRung with(ChatRung rung, Sampling sampling) {
        return with(rung, rung.calls(), rung.limits(), sampling);
    }

    static ChatRung withTime(ChatRung rung, Duration time) {
        CallLimits limits = rung.limits();
        return with(
                rung,
                rung.calls(),
                new CallLimits(time, limits.outputTokens(), limits.patience()),
                rung.sampling());
    }

    static ChatRung withPatience(ChatRung rung, Duration patience) {
        CallLimits limits = rung.limits();
        return with(
                rung,
                rung.calls(),
                new CallLimits(limits.time(), limits.outputTokens(), patience),
                rung.sampling());
    }

    private static ChatRung with(ChatRung rung, int calls, CallLimits limits, Sampling sampling) {
        return new ChatRung(
                rung.name(),
                rung.provider(),
                rung.model(),
                rung.address(),
                rung.keyVariable(),
                rung.size(),
                rung.price(),
                calls,
                limits,
                sampling);
    }

    static ChatCaller caller(ChatRung rung) {
        return caller(rung, Key.NONE);
    }

    static ChatCaller caller(ChatRung rung, Key key) {
        return caller(rung, key, SOON, Listener.silent());
    }

    static ChatCaller caller(ChatRung rung, Key key, Retrying retrying, Listener listener) {
        return new ChatCaller(rung, key, settling(rung, key, retrying, listener, false));
    }

    /// Of a rung that has answered before.
    static ChatCaller proven(ChatRung rung) {
        return new ChatCaller(
                rung, Key.NONE, settling(rung, Key.NONE, SOON, Listener.silent(), true));
    }

    private static Settling settling(
            ChatRung rung, Key key, Retrying retrying, Listener listener, boolean before) {
        Outage outage = new Outage(rung, retrying, listener, System::nanoTime);
        return new Settling(rung, key, retrying, new Standing(before), outage);
    }

    static Request request(String words) {
        return new Request(
                "rung-1",
                "rewrite",
                "hash",
                List.of(Message.system("You write programs."), Message.user(words)));
    }
}
