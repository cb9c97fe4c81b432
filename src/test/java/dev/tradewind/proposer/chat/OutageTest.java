package dev.tradewind.proposer.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.proposer.ProviderDown;
import dev.tradewind.proposer.chat.Outage.Pass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// On a clock of its own; the rung's patience is a minute.
@Timeout(60)
final class OutageTest {

    private static final Retrying WITHIN_TEN =
            new Retrying(Duration.ofSeconds(8), Duration.ofSeconds(8), 3, 12);

    private final List<String> told = new ArrayList<>();
    private long now;
    private final Outage outage =
            new Outage(
                    Rungs.openAi(URI.create("http://localhost")),
                    WITHIN_TEN,
                    new Listener() {
                        @Override
                        public void down(String rung, String why, Duration next) {
                            told.add("down: " + why);
                        }

                        @Override
                        public void up(String rung, Duration after) {
                            told.add("up after " + after.toSeconds());
                        }
                    },
                    () -> now);

    @Test
    void one_call_that_fails_often_is_an_outage() throws InterruptedException {
        fail(1);
        fail(2);
        assertThat(outage.isDown()).isFalse();
        fail(3);
        assertThat(outage.isDown()).isTrue();
        assertThat(told).containsExactly("down: 503");
    }

    @Test
    void many_calls_that_fail_once_are_none() throws InterruptedException {
        for (int call = 0; call < 100; call++) {
            fail(1);
        }
        assertThat(outage.isDown()).isFalse();
    }

    @Test
    void failures_between_answers_are_none() throws InterruptedException {
        for (int tries = 1; tries < 10; tries++) {
            fail(tries);
            outage.answered();
        }
        assertThat(told).isEmpty();
    }

    @Test
    void many_calls_lost_in_a_row_are_one() throws InterruptedException {
        for (int call = 0; call < 3; call++) {
            outage.lost(outage.enter(), "no answer");
        }
        assertThat(told).containsExactly("down: no answer");
    }

    @Test
    void the_first_call_after_the_pause_tries_and_ends_it() throws InterruptedException {
        begin();
        pass(10);
        Pass probe = outage.enter();
        assertThat(probe.probe()).isTrue();
        outage.answered();
        outage.leave(probe);
        assertThat(outage.enter().probe()).isFalse();
        assertThat(told).containsExactly("down: 503", "up after 10");
    }

    @Test
    void a_try_that_came_to_nothing_makes_way_for_the_next() throws InterruptedException {
        begin();
        pass(10);
        outage.leave(outage.enter());
        assertThat(outage.enter().probe()).isTrue();
    }

    @Test
    void an_outage_longer_than_our_patience_ends_every_call() throws InterruptedException {
        begin();
        for (int probe = 0; probe < 6; probe++) {
            pass(10);
            Pass pass = outage.enter();
            assertThat(outage.failed(pass, 4 + probe, "503", null)).isZero();
            outage.leave(pass);
        }
        assertThatThrownBy(outage::enter)
                .isInstanceOf(ProviderDown.class)
                .hasMessageContainingAll("has not answered for 60 s", "Last: 503");
        assertThat(told).containsExactly("down: 503");
    }

    @Test
    void the_provider_says_when_to_try_again() throws InterruptedException {
        Duration pause = outage.failed(outage.enter(), 1, "429", Duration.ofSeconds(20));
        assertThat(pause).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(25));
    }

    private void begin() throws InterruptedException {
        fail(1);
        fail(2);
        fail(3);
    }

    private void fail(int tries) throws InterruptedException {
        Duration _ = outage.failed(outage.enter(), tries, "503", null);
    }

    private void pass(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }
}
