package dev.tradewind.bench.provider;

import dev.tradewind.budget.Usage;
import dev.tradewind.evolution.Streams;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/// Decides what a request gets: its fault, its delay, its answer. Knows nothing of connections.
final class Counter {

    private static final int CHARACTERS_PER_TOKEN = 4;
    private static final int SLOWER = 10;

    private final LoopbackOptions options;
    private final Author author = new Author();
    private final Map<Long, AtomicLong> times = new ConcurrentHashMap<>();

    Counter(LoopbackOptions options) {
        this.options = options;
    }

    /// What a request gets.
    ///
    /// @param fault null for none
    record Order(@Nullable Fault fault, Duration delay, Completion completion) {}

    /// Null when there is no such model.
    @Nullable Order order(Asked asked) {
        for (LoopbackModel model : options.models()) {
            if (model.name().equals(asked.model())) {
                return order(asked, model);
            }
        }
        return null;
    }

    private Order order(Asked asked, LoopbackModel model) {
        long hash = asked.hash();
        long time = times.computeIfAbsent(hash, _ -> new AtomicLong()).getAndIncrement();
        Fault fault = fault(random(hash, "fault", time));
        Duration delay = options.latency().draw(random(hash, "latency", time));
        return new Order(
                fault,
                fault == Fault.SLOW ? delay.multipliedBy(SLOWER) : delay,
                completion(asked, model, fault, random(hash, "answer", time)));
    }

    private RandomGenerator random(long hash, String purpose, long time) {
        return Streams.generator(Streams.stream(options.seed() ^ hash, purpose, time));
    }

    private @Nullable Fault fault(RandomGenerator random) {
        double drawn = random.nextDouble();
        for (Fault fault : Fault.values()) {
            drawn -= options.faults().getOrDefault(fault, 0.0);
            if (drawn < 0) {
                return fault;
            }
        }
        return null;
    }

    private Completion completion(
            Asked asked, LoopbackModel model, @Nullable Fault fault, RandomGenerator random) {
        String full =
                fault == Fault.NO_CODE
                        ? author.words()
                        : author.answer(asked.last(), model.sound(), random);
        String text = cut(full, limit(asked, full, fault));
        boolean cached = random.nextBoolean();
        return new Completion(
                model.name(),
                fault == Fault.NULL ? null : fault == Fault.EMPTY ? "" : text,
                text.length() < full.length() ? "length" : "stop",
                usage(asked, cached, tokens(text.length()), model.reasoning()),
                fault != Fault.NO_USAGE && fault != Fault.NULL);
    }

    /// In characters.
    private static int limit(Asked asked, String text, @Nullable Fault fault) {
        int most = asked.limit() == 0 ? text.length() : asked.limit() * CHARACTERS_PER_TOKEN;
        return fault == Fault.CUT_SHORT ? Math.min(most, text.length() / 2) : most;
    }

    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit);
    }

    private static Usage usage(Asked asked, boolean cached, long written, double reasoning) {
        long thought = Math.round(written * reasoning);
        return new Usage(
                tokens(asked.length()),
                cached ? asked.shared() / CHARACTERS_PER_TOKEN : 0,
                written + thought,
                thought);
    }

    private static long tokens(int characters) {
        return Math.ceilDiv(characters, CHARACTERS_PER_TOKEN);
    }
}
