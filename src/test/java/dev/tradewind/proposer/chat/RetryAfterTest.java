package dev.tradewind.proposer.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

final class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void seconds_are_read() {
        assertThat(after("Retry-After", "20")).isEqualTo(Duration.ofSeconds(20));
        assertThat(after("retry-after", "0.5")).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void milliseconds_come_first() {
        assertThat(after("retry-after-ms", "1500")).isEqualTo(Duration.ofMillis(1_500));
    }

    @Test
    void a_date_is_read() {
        assertThat(after("Retry-After", "Tue, 24 Nov 2026 12:01:30 GMT"))
                .isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void a_date_that_is_past_means_now() {
        assertThat(after("Retry-After", "Tue, 24 Nov 2026 11:00:00 GMT")).isZero();
    }

    @Test
    void nonsense_is_nothing() {
        assertThat(after("Retry-After", "soon")).isNull();
        assertThat(after("Retry-After", "-5")).isNull();
        assertThat(after("Retry-After", "99999999999999999999")).isNull();
        assertThat(after("X-Other", "5")).isNull();
    }

    @Test
    void pauses_double_up_to_the_longest_and_differ_by_a_quarter() {
        Retrying retrying = new Retrying(Duration.ofSeconds(1), Duration.ofSeconds(30), 5, 12);
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int failures : new int[] {1, 3, 6, 100, Integer.MAX_VALUE}) {
            double usual = Math.min(30, Math.pow(2, failures - 1));
            assertThat(retrying.after(failures, random).toMillis() / 1_000.0)
                    .isBetween(usual * 0.74, usual * 1.26);
        }
    }

    private static @Nullable Duration after(String header, String value) {
        HttpHeaders headers = HttpHeaders.of(Map.of(header, List.of(value)), (_, _) -> true);
        return RetryAfter.of(new Mishap.Status(429, headers, ""), NOW);
    }
}
