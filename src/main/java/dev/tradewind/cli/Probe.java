package dev.tradewind.cli;

import dev.tradewind.budget.Usage;
import dev.tradewind.budget.Usd;
import dev.tradewind.proposer.Message;
import dev.tradewind.proposer.ProviderDown;
import dev.tradewind.proposer.ProviderRefused;
import dev.tradewind.proposer.Reply;
import dev.tradewind.proposer.Request;
import dev.tradewind.proposer.chat.ChatCaller;
import dev.tradewind.proposer.chat.ChatRung;
import dev.tradewind.proposer.chat.ChatRung.CallLimits;
import dev.tradewind.proposer.chat.Keys;
import dev.tradewind.proposer.chat.Listener;

import java.time.Duration;
import java.util.List;

/// What came of one tiny call to a rung's model.
sealed interface Probe {

    /// It answered.
    ///
    /// @param servedBy the model, as the provider names it
    /// @param estimated whether the provider told no usage
    /// @param money by the declared prices
    record Answered(String servedBy, Duration inFlight, Usage usage, boolean estimated, Usd money)
            implements Probe {}

    /// It did not.
    ///
    /// @param exit whose fault it is: the campaign's, or the outside world's
    record Failed(String why, Exit exit) implements Probe {}

    /// Calls.
    static Probe of(ChatRung rung, Keys keys) {
        try (ChatCaller caller =
                ChatCaller.of(
                        hasty(rung), keys.key(rung.keyVariable()), Listener.silent(), false)) {
            return of(rung, caller.call(request(rung)));
        } catch (ProviderRefused refused) {
            return new Failed("" + refused.getMessage(), Exit.USAGE);
        } catch (ProviderDown down) {
            return new Failed("" + down.getMessage(), Exit.OUTSIDE);
        }
    }

    private static Probe of(ChatRung rung, Reply reply) {
        return switch (reply) {
            case Reply.Answered answered ->
                    new Answered(
                            answered.servedBy(),
                            answered.inFlight(),
                            answered.usage(),
                            answered.estimated(),
                            rung.price().of(answered.usage(), answered.inFlight()));
            case Reply.Lost lost -> new Failed(lost.detail() + ".", Exit.OUTSIDE);
            case Reply.Rejected rejected ->
                    new Failed(
                            rejected.detail() + ".",
                            rejected.retries() == 0 ? Exit.USAGE : Exit.OUTSIDE);
        };
    }

    private static Request request(ChatRung rung) {
        return new Request(rung.name(), "", "", List.of(Message.user("Say OK.")));
    }

    /// The same rung, not given much to say nor long to say it.
    private static ChatRung hasty(ChatRung rung) {
        CallLimits usual = rung.limits();
        CallLimits limits =
                new CallLimits(
                        shorter(usual.time(), Duration.ofSeconds(30)),
                        Math.min(usual.outputTokens(), 64),
                        shorter(usual.patience(), Duration.ofSeconds(10)));
        return new ChatRung(
                rung.name(),
                rung.provider(),
                rung.model(),
                rung.address(),
                rung.keyVariable(),
                rung.size(),
                rung.price(),
                1,
                limits,
                rung.sampling());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
