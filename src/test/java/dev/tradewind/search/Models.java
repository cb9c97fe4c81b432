package dev.tradewind.search;

import dev.tradewind.bench.provider.LoopbackModel;
import dev.tradewind.bench.provider.LoopbackProvider;
import dev.tradewind.campaign.Ladder;
import dev.tradewind.campaign.Rung;
import dev.tradewind.law.allocation.Policy;
import dev.tradewind.proposer.chat.ChatRung;
import dev.tradewind.proposer.chat.ChatRung.CallLimits;
import dev.tradewind.proposer.chat.ChatRung.Sampling;
import dev.tradewind.proposer.chat.Keys;
import dev.tradewind.proposer.chat.Provider;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Ladders of models of a loopback provider.
final class Models {

    static final String KEY = "sk-secret-0123456789abcdef";

    /// Answers of whoever is asked, with a key.
    static final Answers LIVE =
            new Answers.Live(Keys.of(Map.of("LOOPBACK_KEY", KEY), Path.of("no-such-folder")));

    private Models() {}

    /// Breeding, and two models.
    ///
    /// @param calls at the same time of each model
    static Ladder ladder(LoopbackProvider provider, int calls) {
        return ladder(
                provider.address(), calls, limits(Duration.ofSeconds(20), Duration.ofSeconds(60)));
    }

    /// The same with calls that give up soon, for providers that hang.
    static Ladder hasty(LoopbackProvider provider, int calls) {
        return ladder(
                provider.address(), calls, limits(Duration.ofMillis(400), Duration.ofSeconds(60)));
    }

    /// The same for providers that go away.
    static Ladder impatient(LoopbackProvider provider, int calls) {
        return ladder(
                provider.address(), calls, limits(Duration.ofSeconds(20), Duration.ofMillis(300)));
    }

    private static CallLimits limits(Duration time, Duration patience) {
        return new CallLimits(time, 400, patience);
    }

    static Ladder ladder(URI address, int calls, CallLimits limits) {
        return new Ladder(
                List.of(
                        new Rung.Breeding("breeding", 1),
                        rung(LoopbackModel.SMALL, address, calls, limits),
                        rung(LoopbackModel.LARGE, address, calls, limits)),
                calls,
                "",
                20,
                Policy.SHARES);
    }

    /// The models of a ladder alone.
    static Ladder only(Ladder ladder) {
        List<Rung> models = ladder.models().stream().<Rung>map(rung -> rung).toList();
        return new Ladder(
                models, ladder.calls(), ladder.prompts(), ladder.reflection(), ladder.allocation());
    }

    private static Rung rung(LoopbackModel model, URI address, int calls, CallLimits limits) {
        return new Rung.Chat(
                new ChatRung(
                        model.name(),
                        Provider.OPENAI,
                        model.name(),
                        address,
                        "LOOPBACK_KEY",
                        model.size(),
                        model.price(),
                        calls,
                        limits,
                        Sampling.DEFAULT),
                1);
    }
}
