package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.budget.ModelSize;
import dev.tradewind.budget.PriceList;
import dev.tradewind.budget.Usage;
import dev.tradewind.budget.Usd;
import dev.tradewind.proposer.chat.ChatRung;
import dev.tradewind.proposer.chat.ChatRung.CallLimits;
import dev.tradewind.proposer.chat.ChatRung.Sampling;
import dev.tradewind.proposer.chat.Keys;
import dev.tradewind.proposer.chat.Provider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One tiny call, and what is said of rungs.
final class ProbeTest {

    private static final String KEY = "sk-a-secret-of-the-tests";

    @TempDir Path folder;

    private Keys keys;

    @BeforeEach
    void a_key() {
        keys = Keys.of(Map.of("TEST_KEY", KEY), folder);
    }

    private static ChatRung rung(URI address, Duration patience) {
        return new ChatRung(
                "small",
                Provider.OPENAI,
                "s-8b",
                address,
                "TEST_KEY",
                new ModelSize.Active(8e9),
                new PriceList.PerMillionTokens(usd("1"), usd("0.5"), usd("4")),
                4,
                new CallLimits(Duration.ofSeconds(20), 8_192, patience),
                Sampling.DEFAULT);
    }

    private static Usd usd(String amount) {
        return new Usd(new BigDecimal(amount));
    }

    private Probe probe(Desk desk) {
        return Probe.of(rung(desk.address(), Duration.ofMillis(1)), keys);
    }

    private static List<String> told(Probe probe) {
        ChatRung rung = rung(URI.create("http://localhost:1/v1"), Duration.ZERO);
        ModelCheck check = new ModelCheck(rung, 1, true, null, probe);
        Talk plain = new Talk();
        var nowhere = new PrintWriter(new StringWriter());
        return new LadderCheck(Path.of("here"), List.of(check))
                .lines(new Console(nowhere, nowhere, plain));
    }

    @Test
    void an_answer_tells_who_served_it_and_what_it_cost() throws IOException {
        try (Desk desk = Desk.answering()) {
            Probe probe = probe(desk);
            assertThat(probe).isInstanceOf(Probe.Answered.class);
            Probe.Answered answered = (Probe.Answered) probe;
            assertThat(answered.servedBy()).isEqualTo("s-8b-2026");
            assertThat(answered.usage()).isEqualTo(new Usage(10, 0, 2, 0));
            assertThat(answered.money()).hasToString("0.000018 USD");
            assertThat(told(probe).getLast())
                    .startsWith("✓ small  answered by s-8b-2026 in ")
                    .endsWith(": 10 tokens in, 2 out, 0.000018 USD");
        }
    }

    @Test
    void the_call_is_tiny_and_holds_the_key_where_it_belongs_only() throws IOException {
        try (Desk desk = Desk.answering()) {
            probe(desk);
            assertThat(desk.asked())
                    .singleElement()
                    .asString()
                    .contains("Say OK.", "\"max_tokens\" : 64")
                    .doesNotContain(KEY);
        }
    }

    @Test
    void a_refusal_is_the_campaigns_fault() throws IOException {
        try (Desk desk = Desk.refusing(401, "invalid_api_key")) {
            Probe.Failed failed = (Probe.Failed) probe(desk);
            assertThat(failed.exit()).isEqualTo(Exit.USAGE);
            assertThat(failed.why()).contains("small", "s-8b").doesNotContain(KEY);
            assertThat(told(failed).getLast()).startsWith("✗ small  ");
        }
    }

    @Test
    void a_parameter_a_model_does_not_know_is_the_campaigns_fault_too() throws IOException {
        try (Desk desk = Desk.refusing(400, "invalid_request")) {
            assertThat(probe(desk))
                    .isInstanceOfSatisfying(
                            Probe.Failed.class,
                            failed -> assertThat(failed.exit()).isEqualTo(Exit.USAGE));
        }
    }

    @Test
    void a_provider_without_credit_is_the_outside_world() throws IOException {
        try (Desk desk = Desk.refusing(429, "insufficient_quota")) {
            assertThat(probe(desk))
                    .isInstanceOfSatisfying(
                            Probe.Failed.class,
                            failed -> assertThat(failed.exit()).isEqualTo(Exit.OUTSIDE));
        }
    }

    @Test
    void a_missing_key_is_told_by_its_name() {
        Probe probe =
                Probe.of(
                        rung(URI.create("http://localhost:1/v1"), Duration.ofSeconds(1)),
                        Keys.of(Map.of(), folder));
        assertThat(probe)
                .isInstanceOfSatisfying(
                        Probe.Failed.class,
                        failed -> {
                            assertThat(failed.exit()).isEqualTo(Exit.USAGE);
                            assertThat(failed.why()).contains("TEST_KEY: not set");
                        });
    }

    @Test
    void a_mistake_in_the_campaign_counts_more_than_an_outage() {
        Probe down = new Probe.Failed("down", Exit.OUTSIDE);
        assertThat(checked(down).exit()).isEqualTo(Exit.OUTSIDE);
        assertThat(checked(down, new Probe.Failed("wrong", Exit.USAGE)).exit())
                .isEqualTo(Exit.USAGE);
        assertThat(checked().exit()).isEqualTo(Exit.FINISHED);
    }

    private static LadderCheck checked(Probe... probes) {
        ChatRung rung = rung(URI.create("http://localhost:1/v1"), Duration.ZERO);
        return new LadderCheck(
                Path.of("here"),
                Stream.of(probes)
                        .map(probe -> new ModelCheck(rung, 1, true, null, probe))
                        .toList());
    }

    @Test
    void a_rung_is_told_with_size_price_and_the_name_of_its_key() {
        ChatRung rung = rung(URI.create("http://localhost:1/v1"), Duration.ZERO);
        var nowhere = new PrintWriter(new StringWriter());
        assertThat(
                        new LadderCheck(
                                        Path.of("here"),
                                        List.of(new ModelCheck(rung, 1, false, null, null)))
                                .lines(new Console(nowhere, nowhere, new Talk())))
                .contains(
                        "small  openai s-8b   8 B  1 USD in, 0.5 USD cached, 4 USD out"
                                + "             -        -  TEST_KEY ✗ not set",
                        "Keys are looked for in the environment, then in here/.env.");
    }
}
