package dev.tradewind.proposer.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.bench.provider.Fault;
import dev.tradewind.bench.provider.Latency;
import dev.tradewind.bench.provider.LoopbackOptions;
import dev.tradewind.bench.provider.LoopbackProvider;
import dev.tradewind.bench.provider.Served;
import dev.tradewind.budget.Usage;
import dev.tradewind.proposer.ProviderDown;
import dev.tradewind.proposer.ProviderRefused;
import dev.tradewind.proposer.Reply;
import dev.tradewind.proposer.Reply.Answered;
import dev.tradewind.proposer.Reply.Finish;
import dev.tradewind.proposer.Reply.Lost;
import dev.tradewind.proposer.Reply.Rejected;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// What a caller makes of everything a provider can do.
@Timeout(60)
final class ChatCallerTest {

    private static final LoopbackOptions QUICK =
            LoopbackOptions.quick(1).withRetryAfter(Duration.ZERO);

    @Test
    void an_answer_comes_with_what_it_used() throws IOException {
        try (LoopbackProvider provider = LoopbackProvider.start(QUICK);
                ChatCaller caller = Rungs.caller(Rungs.openAi(provider.address()))) {
            assertThat(caller.call(Rungs.request("Go on.")))
                    .isInstanceOfSatisfying(
                            Answered.class,
                            answer -> {
                                assertThat(answer.text()).isNotBlank();
                                assertThat(answer.finish()).isEqualTo(Finish.STOP);
                                assertThat(answer.servedBy()).isEqualTo("small");
                                assertThat(answer.usage()).isEqualTo(provider.served().usage());
                                assertThat(answer.estimated()).isFalse();
                                assertThat(answer.inFlight()).isPositive();
                                assertThat(answer.retries()).isZero();
                            });
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RATE_LIMITED", "SERVER_ERROR", "UNAVAILABLE", "RESET"})
    void what_cost_nothing_is_tried_again_until_it_is_answered(Fault fault)
            throws IOException, InterruptedException {
        try (LoopbackProvider provider = LoopbackProvider.start(QUICK.with(fault, 0.3));
                ChatCaller caller = Rungs.caller(Rungs.openAi(provider.address()))) {
            List<Object> ends = Pool.all(50, at -> caller.call(Rungs.request("Request " + at)));
            assertThat(ends).hasOnlyElementsOfType(Answered.class);
            Served served = provider.served();
            assertThat(served.answered()).isEqualTo(50);
            assertThat(served.met(fault)).isPositive().isEqualTo(served.requests() - 50);
            assertThat(ends.stream().mapToInt(end -> ((Answered) end).retries()).sum())
                    .isEqualTo((int) served.met(fault));
            assertThat(ends.stream().map(end -> ((Answered) end).usage()).reduce(Usage::plus))
                    .contains(served.usage());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"MALFORMED", "HTML", "NO_CHOICES", "NULL", "BROKEN_OFF"})
    void what_may_be_billed_is_not_tried_again(Fault fault) throws IOException {
        try (LoopbackProvider provider = LoopbackProvider.start(QUICK.with(fault, 1));
                ChatCaller caller = Rungs.caller(Rungs.openAi(provider.address()))) {
            assertThat(caller.call(Rungs.request("Go on.")))
                    .isInstanceOfSatisfying(
                            Lost.class, lost -> assertThat(lost.detail()).isNotBlank());
            assertThat(provider.served().requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EMPTY", "CUT_SHORT", "NO_CODE", "NO_USAGE", "SLOW"})
    void a_poor_answer_is_an_answer_all_the_same(Fault fault) throws IOException {
        try (LoopbackProvider provider = LoopbackProvider.start(QUICK.with(fault, 1));
                ChatCaller caller = Rungs.caller(Rungs.openAi(provider.address()))) {
            Reply reply = caller.call(Rungs.request("Go on."));
            assertThat(reply).isInstanceOf(Answered.class);
            Answered answer = (Answered) reply;
            assertThat(answer.text().isEmpty()).isEqualTo(fault == Fault.EMPTY);
            assertThat(answer.finish() == Finish.LENGTH).isEqualTo(fault == Fault.CUT_SHORT);
            assertThat(answer.estimated()).isEqualTo(fault == Fault.NO_USAGE);
            assertThat(answer.usage().input()).isPositive();
        }
    }

    @Test
    void a_call_that_hangs_costs_its_slot_for_its_limit_only()
            throws IOException, InterruptedException {
        LoopbackOptions hanging = QUICK.with(Fault.HANG, 0.3);
        try (LoopbackProvider provider = LoopbackProvider.start(hanging);
                ChatCaller caller =
                        Rungs.caller(
                                Rungs.with(
                                        Rungs.withTime(
                                                Rungs.openAi(provider.address()),
                                                Duration.ofMillis(200)),
                                        2))) {
            List<Object> ends = Pool.all(20, at -> caller.call(Rungs.request("Request " + at)));
            assertThat(ends).hasOnlyElementsOfTypes(Answered.class, Lost.class);
            assertThat(ends).filteredOn(Lost.class::isInstance).isNotEmpty();
            assertThat(ends).filteredOn(Answered.class::isInstance).isNotEmpty();
        }
    }

    @Test
    void an_answer_that_comes_too_late_is_cut_off_at_the_limit() throws IOException {
        Latency late = new Latency.Fixed(Duration.ofMinutes(10));
        try (LoopbackProvider provider = LoopbackProvider.start(QUICK.withLatency(late));
                ChatCaller caller =
                        Rungs.caller(
                                Rungs.withTime(
                                        Rungs.openAi(provider.address()),
                                        Duration.ofMillis(100)))) {
            assertThat(caller.call(Rungs.request("Go on.")))
                    .isInstanceOfSatisfying(
                            Lost.class,
                            lost -> assertThat(lost.detail()).contains("no answer within 0.1 s"));
        }
    }

    @Test
    void a_wrong_key_ends_the_run_and_is_not_told() throws IOException {
        Key wrong = Key.of("sk-0123456789");
        try (LoopbackProvider provider = LoopbackProvider.start(QUICK.withKey("right"));
                ChatCaller caller = Rungs.caller(Rungs.openAi(provider.address()), wrong)) {
            assertThatThrownBy(() -> caller.call(Rungs.request("Go on.")))
                    .isInstanceOf(ProviderRefused.class)
                    .hasMessageContainingAll("rung-1", "401", "Maybe the key")
                    .hasMessageNotContaining("0123456789");
            assertThat(provider.served().requests()).isEqualTo(1);
        }
    }

    @Test
    void the_right_key_is_shown() throws IOException {
        Key right = Key.of("sk-0123456789");
        try (LoopbackProvider provider = LoopbackProvider.start(QUICK.withKey("sk-0123456789"));
                ChatCaller caller = Rungs.caller(Rungs.openAi(provider.address()), right)) {
            assertThat(caller.call(Rungs.request("Go on."))).isInstanceOf(Answered.class);
        }
    }

    @Test
    void an_unknown_model_ends_the_run() throws IOException {
        try (LoopbackProvider provider = LoopbackProvider.start(QUICK);
                ChatCaller caller =
                        Rungs.caller(Rungs.rung(Provider.OPENAI, "smal", provider.address()))) {
            assertThatThrownBy(() -> caller.call(Rungs.request("Go on.")))
                    .isInstanceOf(ProviderRefused.class)
                    .hasMessageContainingAll("\"smal\"", "does not exist", "misspelt");
        }
    }

    @Test
    void an_address_where_nobody_is_ends_the_run() throws IOException {
        try (ChatCaller caller = Rungs.caller(Rungs.openAi(deserted()))) {
            assertThatThrownBy(() -> caller.call(Rungs.request("Go on.")))
                    .isInstanceOf(ProviderRefused.class)
                    .hasMessageContainingAll("cannot be reached", "Maybe the address is wrong");
        }
    }

    @Test
    void an_address_that_is_none_ends_the_run() {
        try (ChatCaller caller = Rungs.caller(Rungs.openAi(URI.create("localhost:11434")))) {
            assertThatThrownBy(() -> caller.call(Rungs.request("Go on.")))
                    .isInstanceOf(ProviderRefused.class)
                    .hasMessageContaining("localhost:11434");
        }
    }

    @Test
    void nobody_at_an_address_that_has_answered_before_is_an_outage() throws IOException {
        ChatRung rung = Rungs.withPatience(Rungs.openAi(deserted()), Duration.ofMillis(20));
        try (ChatCaller caller = Rungs.proven(rung)) {
            assertThatThrownBy(() -> caller.call(Rungs.request("Go on.")))
                    .isInstanceOf(ProviderDown.class)
                    .hasMessageContainingAll("rung-1", "cannot be reached", "its patience is");
        }
    }

    @Test
    void a_rejected_request_costs_nothing_and_the_run_goes_on() throws IOException {
        try (LoopbackProvider provider = LoopbackProvider.start(QUICK.with(Fault.REJECTED, 1));
                ChatCaller caller = Rungs.caller(Rungs.openAi(provider.address()))) {
            for (int call = 1; call < 20; call++) {
                assertThat(caller.call(Rungs.request("Go on."))).isInstanceOf(Rejected.class);
            }
            assertThatThrownBy(() -> caller.call(Rungs.request("Go on.")))
                    .isInstanceOf(ProviderRefused.class)
                    .hasMessageContainingAll("400", "20 requests in a row");
        }
    }

    @Test
    void an_empty_purse_ends_the_run_resumably() throws IOException {
        LoopbackOptions poor = QUICK.with(Fault.OUT_OF_CREDIT, 1);
        try (LoopbackProvider provider = LoopbackProvider.start(poor);
                ChatCaller caller = Rungs.caller(Rungs.openAi(provider.address()))) {
            assertThatThrownBy(() -> caller.call(Rungs.request("Go on.")))
                    .isInstanceOf(ProviderDown.class)
                    .hasMessageContaining("out of credit");
            assertThat(provider.served().requests()).isEqualTo(1);
        }
    }

    /// Where a server was until now.
    private static URI deserted() throws IOException {
        try (LoopbackProvider gone = LoopbackProvider.start(QUICK)) {
            return gone.address();
        }
    }
}
