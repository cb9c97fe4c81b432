package dev.tradewind.proposer.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.bench.provider.Fault;
import dev.tradewind.bench.provider.LoopbackOptions;
import dev.tradewind.bench.provider.LoopbackProvider;
import dev.tradewind.proposer.ProviderDown;
import dev.tradewind.proposer.Reply;
import dev.tradewind.proposer.Reply.Answered;
import dev.tradewind.proposer.Reply.Rejected;
import dev.tradewind.proposer.chat.Speaker.Said;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Many calls, long outages, and the end.
@Timeout(60)
final class ChatCallerUnderStressTest {

    private static final int MANY = 256;
    private static final Said OVERLOADED = Said.error(503, "{\"error\": \"overloaded\"}");

    /// The server answers nobody before all are there.
    @Test
    void two_hundred_and_fifty_six_calls_are_in_flight_at_once()
            throws IOException, InterruptedException {
        CyclicBarrier all = new CyclicBarrier(MANY);
        try (Speaker speaker = Speaker.saying(_ -> together(all));
                ChatCaller caller =
                        Rungs.caller(Rungs.with(Rungs.openAi(speaker.address()), MANY))) {
            assertThat(Pool.all(MANY, at -> caller.call(Rungs.request("Request " + at))))
                    .hasSize(MANY)
                    .hasOnlyElementsOfType(Answered.class);
        }
    }

    private static Said together(CyclicBarrier all) throws InterruptedException {
        try {
            int _ = all.await();
        } catch (BrokenBarrierException broken) {
            throw new IllegalStateException(broken);
        }
        return Speaker.openAi("Here.");
    }

    @Test
    void no_more_calls_are_in_flight_than_the_rung_allows()
            throws IOException, InterruptedException {
        try (LoopbackProvider provider = LoopbackProvider.start(LoopbackOptions.quick(1));
                ChatCaller caller = Rungs.caller(Rungs.with(Rungs.openAi(provider.address()), 3))) {
            List<Object> _ = Pool.all(60, at -> caller.call(Rungs.request("Request " + at)));
            assertThat(provider.served().most()).isLessThanOrEqualTo(3);
            assertThat(provider.served().answered()).isEqualTo(60);
        }
    }

    @Test
    void a_short_pause_the_provider_asks_for_is_preferred_to_a_long_one_of_our_own()
            throws IOException {
        Retrying slow = new Retrying(Duration.ofHours(1), Duration.ofHours(1), 5, 12);
        AtomicInteger calls = new AtomicInteger();
        try (Speaker speaker =
                        Speaker.saying(
                                _ ->
                                        calls.getAndIncrement() < 2
                                                ? limited("0")
                                                : Speaker.openAi("Here."));
                ChatCaller caller =
                        Rungs.caller(
                                Rungs.openAi(speaker.address()),
                                Key.NONE,
                                slow,
                                Listener.silent())) {
            assertThat(caller.call(Rungs.request("Go on.")).retries()).isEqualTo(2);
        }
    }

    @Test
    void a_pause_longer_than_our_patience_ends_the_run_at_once() throws IOException {
        try (Speaker speaker = Speaker.saying(_ -> limited("86400"));
                ChatCaller caller = Rungs.caller(Rungs.openAi(speaker.address()))) {
            assertThatThrownBy(() -> caller.call(Rungs.request("Go on.")))
                    .isInstanceOf(ProviderDown.class)
                    .hasMessageContainingAll("86400 s", "429");
            assertThat(speaker.heard()).hasSize(1);
        }
    }

    private static Said limited(String seconds) {
        return new Said(429, Map.of("Retry-After", seconds), "{\"error\": \"slow down\"}");
    }

    @Test
    void an_outage_lets_calls_wait_and_is_told_once() throws IOException, InterruptedException {
        News news = new News();
        try (Speaker speaker =
                        Speaker.saying(_ -> news.isDown() ? Speaker.openAi("Back.") : OVERLOADED);
                ChatCaller caller =
                        Rungs.caller(Rungs.openAi(speaker.address()), Key.NONE, Rungs.SOON, news)) {
            assertThat(Pool.all(8, at -> caller.call(Rungs.request("Request " + at))))
                    .hasSize(8)
                    .hasOnlyElementsOfType(Answered.class);
            assertThat(news.told).hasSize(2);
            assertThat(news.told.getFirst()).startsWith("rung-1 down: 503: overloaded");
            assertThat(news.told.getLast()).isEqualTo("rung-1 up");
        }
    }

    @Test
    void an_outage_that_lasts_ends_all_calls_and_is_probed_by_one()
            throws IOException, InterruptedException {
        News news = new News();
        try (Speaker speaker = Speaker.saying(_ -> OVERLOADED);
                ChatCaller caller =
                        Rungs.caller(
                                Rungs.withPatience(
                                        Rungs.openAi(speaker.address()), Duration.ofMillis(100)),
                                Key.NONE,
                                Rungs.SOON,
                                news)) {
            assertThat(Pool.all(8, at -> caller.call(Rungs.request("Request " + at))))
                    .hasSize(8)
                    .allSatisfy(
                            end ->
                                    assertThat((Throwable) end)
                                            .isInstanceOf(ProviderDown.class)
                                            .hasMessageContainingAll("rung-1", "503"));
            assertThat(news.told).hasSize(1);
            assertThat(speaker.heard()).hasSizeLessThan(8 * 5 + 200);
        }
    }

    @Test
    void a_request_that_fails_for_ever_while_others_are_answered_is_given_up() throws IOException {
        Retrying stubborn = new Retrying(Duration.ofNanos(1), Duration.ofNanos(1), 100, 12);
        try (Speaker speaker =
                        Speaker.saying(
                                heard ->
                                        heard.body().contains("Poison")
                                                ? OVERLOADED
                                                : Speaker.openAi("Here."));
                ChatCaller caller =
                        Rungs.caller(
                                Rungs.openAi(speaker.address()),
                                Key.NONE,
                                stubborn,
                                Listener.silent())) {
            assertThat(caller.call(Rungs.request("Poison")))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> assertThat(rejected.detail()).contains("failed 12 times"));
            assertThat(caller.call(Rungs.request("Go on."))).isInstanceOf(Answered.class);
        }
    }

    @Test
    void closing_ends_calls_in_flight_and_calls_that_wait()
            throws IOException, InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (Speaker speaker = Speaker.saying(_ -> silence(asked, never));
                ChatCaller caller = Rungs.caller(Rungs.with(Rungs.openAi(speaker.address()), 1))) {
            CompletableFuture<Void> closed =
                    CompletableFuture.runAsync(
                            () -> {
                                try (caller) {
                                    await(asked);
                                }
                            });
            assertThat(Pool.all(4, at -> caller.call(Rungs.request("Request " + at))))
                    .hasSize(4)
                    .hasOnlyElementsOfType(CancellationException.class);
            closed.join();
            assertThatThrownBy(() -> caller.call(Rungs.request("Go on.")))
                    .isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void an_interrupted_thread_stops_waiting_and_stays_interrupted()
            throws IOException, InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        try (Speaker speaker = Speaker.saying(_ -> silence(asked, never));
                ChatCaller caller = Rungs.caller(Rungs.openAi(speaker.address()))) {
            FutureTask<Reply> call =
                    new FutureTask<>(
                            () -> {
                                try {
                                    return caller.call(Rungs.request("Go on."));
                                } finally {
                                    stillInterrupted.set(Thread.currentThread().isInterrupted());
                                }
                            });
            Thread thread = Thread.startVirtualThread(call);
            asked.await();
            thread.interrupt();
            assertThatThrownBy(call::get).hasCauseInstanceOf(CancellationException.class);
            assertThat(stillInterrupted).isTrue();
        }
    }

    private static Said silence(CountDownLatch asked, CountDownLatch never)
            throws InterruptedException {
        asked.countDown();
        never.await();
        return OVERLOADED;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void a_provider_that_repeats_the_key_does_not_spread_it() throws IOException {
        Key key = Key.of("sk-0123456789");
        try (Speaker speaker =
                        Speaker.saying(
                                heard ->
                                        heard.body().contains("error")
                                                ? Said.error(400, heard.header("Authorization"))
                                                : Speaker.openAi(heard.header("Authorization")));
                ChatCaller caller = Rungs.caller(Rungs.openAi(speaker.address()), key)) {
            assertThat(caller.call(Rungs.request("Make an error.")))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> assertThat(rejected.detail()).isEqualTo("400: Bearer •••"));
            assertThat(caller.call(Rungs.request("Go on.")))
                    .isInstanceOfSatisfying(
                            Answered.class,
                            answer -> assertThat(answer.text()).isEqualTo("Bearer •••"));
        }
    }

    /// All at once, as a user's bad day has it.
    @Test
    void every_fault_together_loses_no_request() throws IOException, InterruptedException {
        LoopbackOptions bad = LoopbackOptions.quick(3).withRetryAfter(Duration.ZERO);
        for (Fault fault :
                List.of(
                        Fault.RATE_LIMITED,
                        Fault.SERVER_ERROR,
                        Fault.RESET,
                        Fault.MALFORMED,
                        Fault.NULL,
                        Fault.CUT_SHORT,
                        Fault.NO_USAGE,
                        Fault.HANG)) {
            bad = bad.with(fault, 0.05);
        }
        try (LoopbackProvider provider = LoopbackProvider.start(bad);
                ChatCaller caller =
                        Rungs.caller(
                                Rungs.withTime(
                                        Rungs.openAi(provider.address()),
                                        Duration.ofMillis(300)))) {
            List<Object> ends = Pool.all(200, at -> caller.call(Rungs.request("Request " + at)));
            assertThat(ends).hasSize(200).hasOnlyElementsOfType(Reply.class);
            assertThat(ends)
                    .filteredOn(Answered.class::isInstance)
                    .hasSize((int) provider.served().answered());
        }
    }

    /// What a listener heard.
    private static final class News implements Listener {

        private final List<String> told = new CopyOnWriteArrayList<>();

        boolean isDown() {
            return !told.isEmpty();
        }

        @Override
        public void down(String rung, String why, Duration next) {
            told.add("%s down: %s".formatted(rung, why));
        }

        @Override
        public void up(String rung, Duration after) {
            told.add(rung + " up");
        }
    }
}
