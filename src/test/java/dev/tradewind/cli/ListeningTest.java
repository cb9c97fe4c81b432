package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.budget.Charge;
import dev.tradewind.budget.Spend;
import dev.tradewind.budget.Usage;
import dev.tradewind.budget.Usd;
import dev.tradewind.evaluation.Breakdown;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Signature;
import dev.tradewind.evolution.Bar;
import dev.tradewind.journal.Journal;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Landing.Validation;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.Placed;
import dev.tradewind.journal.Plan;
import dev.tradewind.journal.RunHeader;
import dev.tradewind.journal.Settlement;
import dev.tradewind.journal.Settlement.Consequence;
import dev.tradewind.journal.SqliteJournal;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Descent;
import dev.tradewind.program.Program;
import dev.tradewind.proposer.Exchange;
import dev.tradewind.proposer.Message;
import dev.tradewind.proposer.Reply;
import dev.tradewind.proposer.Request;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What is told of exchanges with models: #1 was read on the second try, #2 is its bred child and
/// the best, #3 was lost, #4 is advice.
final class ListeningTest {

    private static final String HASH = "0123456789abcdef0123456789abcdef";

    private static final Program SEED = program("x");

    @TempDir Path root;

    @BeforeEach
    void a_run() {
        Path run = root.resolve("lines/001");
        Folders.write(run.resolve("campaign.yaml"), "task: .\n");
        Exchange mumbled = exchange(1, "patch", answered("No idea.", false));
        Exchange read = exchange(2, "repair", answered("return x + 1;", true));
        Exchange lost = exchange(1, "patch", new Reply.Lost("no end", Duration.ofSeconds(3), 0));
        Exchange advised = exchange(1, "reflect", answered("Try sums.", false));
        try (Journal journal = SqliteJournal.create(run.resolve("journal.sqlite"), header())) {
            append(journal, model(1, "patch", sum(mumbled, read)), List.of(mumbled, read));
            append(journal, bred(), List.of());
            append(journal, declined(sum(lost)), List.of(lost));
            append(
                    journal,
                    new Landing.Advised(
                            plan(4, "small", "reflect", 0), Spend.ofModels(sum(advised)), "Sum!"),
                    List.of(advised));
            journal.commit();
        }
    }

    @Test
    void a_flight_tells_what_it_and_its_descent_cost_and_each_exchange() {
        String out = by("show", "#1").out();
        assertThat(out)
                .containsSubsequence(
                        "return x + 1;",
                        "cost      0.024 USD, 2.58 k tokens; all it descends from included: 0.024",
                        "=== exchange 1 of 2",
                        "rung      small, answered by small-2026",
                        "prompt    patch (" + HASH + ")",
                        "tokens    1,200 in (200 cached), 90 out (10 reasoning)\n",
                        "paid      0.012 USD, 0.80 s, 1 retry",
                        "ended     stop: it had said all",
                        "--- user\nAsk 1.",
                        "--- answer\nNo idea.",
                        "=== exchange 2 of 2",
                        "90 out (10 reasoning), estimated",
                        "--- thinking\nHm.",
                        "--- answer\nreturn x + 1;")
                .doesNotContain("You improve programs.");
    }

    @Test
    void the_whole_conversation_is_told_when_asked_for() {
        assertThat(by("show", "#1", "--prompt").out())
                .containsSubsequence("--- system\nYou improve programs.", "--- user\nAsk 1.");
    }

    @Test
    void a_flight_without_an_answer_tells_why_and_what_may_be_billed() {
        assertThat(by("show", "#3").out())
                .contains("no program: UNANSWERED: no end", "ended     lost: no end")
                .contains("paid      0.012 USD (and 0.5 USD at risk), 3.00 s, 0 retries")
                .doesNotContain("--- answer");
    }

    @Test
    void advice_tells_what_led_to_it() {
        assertThat(by("show", "#4").out()).contains("advice: Sum!", "--- answer\nTry sums.");
    }

    @Test
    void a_bred_flight_has_a_descent_that_cost_something_but_no_exchanges() throws IOException {
        assertThat(by("show", "#2").out()).doesNotContain("exchange");
        var program = by("show", "#2", "--json").document().get("program");
        assertThat(program.at("/exchanges")).isEmpty();
        assertThat(program.at("/charge/money").decimalValue()).isZero();
        assertThat(program.at("/descent_charge/money").decimalValue())
                .isEqualByComparingTo("0.024");
        assertThat(program.at("/descent_charge/evaluations").asLong()).isEqualTo(2);
        assertThat(by("best", "--json").document().at("/descent_charge/tokens").asLong())
                .isEqualTo(2_580);
    }

    @Test
    void exchanges_are_in_the_document_with_all_that_is_known() throws IOException {
        var exchanges = by("show", "#1", "--json").document().at("/program/exchanges");
        var second = exchanges.get(1);
        assertThat(exchanges).hasSize(2);
        assertThat(second.get("turn").asInt()).isEqualTo(2);
        assertThat(second.get("rung").asText()).isEqualTo("small");
        assertThat(second.get("prompt").asText()).isEqualTo("repair");
        assertThat(second.get("prompt_hash").asText()).isEqualTo(HASH);
        assertThat(second.get("request_hash").asText()).hasSize(32);
        assertThat(second.at("/messages/0/role").asText()).isEqualTo("system");
        assertThat(second.at("/messages/1/text").asText()).isEqualTo("Ask 2.");
        assertThat(second.get("reply").asText()).isEqualTo("answered");
        assertThat(second.get("answer").asText()).isEqualTo("return x + 1;");
        assertThat(second.get("thinking").asText()).isEqualTo("Hm.");
        assertThat(second.get("finish").asText()).isEqualTo("stop");
        assertThat(second.get("served_by").asText()).isEqualTo("small-2026");
        assertThat(second.get("estimated").asBoolean()).isTrue();
        assertThat(second.get("cached").asLong()).isEqualTo(200);
        assertThat(second.get("in_flight").asDouble()).isEqualTo(0.8);
        assertThat(second.get("retries").asInt()).isEqualTo(1);
    }

    @Test
    void an_exchange_without_an_answer_has_a_detail_instead() throws IOException {
        var exchange = by("show", "#3", "--json").document().at("/program/exchanges/0");
        assertThat(exchange.get("reply").asText()).isEqualTo("lost");
        assertThat(exchange.get("answer").isNull()).isTrue();
        assertThat(exchange.get("detail").asText()).isEqualTo("no end");
        assertThat(exchange.get("money_at_risk").decimalValue()).isEqualByComparingTo("0.5");
    }

    @Test
    void the_top_tells_what_each_cost_and_leaves_out_what_was_said() throws IOException {
        assertThat(by("top").out().lines().toList())
                .anyMatch(line -> line.matches(".* USD +descent USD +operator"))
                .anyMatch(line -> line.matches("#2 .* 0 +0\\.024 +graft"))
                .anyMatch(line -> line.matches("#1 .* 0\\.024 +0\\.024 +patch"));
        assertThat(by("top", "--json").document().at("/programs/0/exchanges").isNull()).isTrue();
    }

    private Said by(Object command, Object... arguments) {
        Object[] all = new Object[arguments.length + 3];
        all[0] = command;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--results";
        all[arguments.length + 2] = root;
        return Said.by(all);
    }

    private static Program program(String formula) {
        return Program.of("Line.java", "return " + formula + ";\n");
    }

    private static RunHeader header() {
        return new RunHeader(
                "lines",
                "task: .\n",
                "plan",
                1,
                List.of(Objective.minimise("error", "1")),
                SEED,
                Instant.EPOCH,
                new TreeMap<>());
    }

    private static void append(Journal journal, Landing landing, List<Exchange> exchanges) {
        long flight = landing.plan().flight();
        journal.append(landing.plan());
        exchanges.forEach(one -> journal.append(new Placed(Line.SEARCH, flight, one)));
        journal.append(landing);
        Consequence consequence =
                switch (landing) {
                    case Landing.Evaluated _ -> new Consequence.NewCluster();
                    case Landing.Advised _ -> new Consequence.Advised();
                    case Landing.Refused refused -> new Consequence.Rejected(refused.cause());
                    case Landing.Declined declined -> new Consequence.Rejected(declined.cause());
                };
        boolean champion = landing instanceof Landing.Evaluated;
        journal.append(
                new Settlement(Line.SEARCH, flight, flight, consequence, champion, List.of()));
    }

    private static Exchange exchange(int turn, String prompt, Reply reply) {
        Request request =
                new Request(
                        "small",
                        prompt,
                        HASH,
                        List.of(
                                Message.system("You improve programs."),
                                Message.user("Ask " + turn + ".")));
        boolean lost = reply instanceof Reply.Lost;
        boolean estimated = !(reply instanceof Reply.Answered known) || known.estimated();
        return new Exchange(
                turn,
                request,
                reply,
                new Charge(
                        usd("0.012"),
                        usd(lost ? "0.5" : "0"),
                        lost ? Usage.NONE : new Usage(1_200, 200, 90, 10),
                        2e12,
                        reply.inFlight(),
                        1,
                        estimated ? 1 : 0));
    }

    private static Usd usd(String amount) {
        return new Usd(new BigDecimal(amount));
    }

    private static Reply answered(String text, boolean estimated) {
        return new Reply.Answered(
                text,
                estimated ? "Hm." : "",
                Reply.Finish.STOP,
                "small-2026",
                new Usage(1_200, 200, 90, 10),
                estimated,
                Duration.ofMillis(800),
                1);
    }

    private static Charge sum(Exchange... exchanges) {
        return Stream.of(exchanges).map(Exchange::charge).reduce(Charge.NONE, Charge::plus);
    }

    private static Landing model(long flight, String prompt, Charge charge) {
        return scored(plan(flight, "small", prompt, 0), charge, "x + 1", prompt);
    }

    private static Landing bred() {
        return scored(plan(2, "breeding", "", 1), Charge.NONE, "x + x", "graft");
    }

    private static Landing declined(Charge charge) {
        return new Landing.Declined(
                plan(3, "small", "patch", 2),
                Spend.ofModels(charge),
                FailureCause.UNANSWERED,
                "no end");
    }

    private static Landing scored(Plan plan, Charge charge, String formula, String operator) {
        Descent descent = new Descent(List.of(SEED.id()), plan.proposer(), operator);
        return new Landing.Evaluated(
                plan,
                Spend.ofModels(charge),
                Candidate.of(program(formula), descent),
                "print of " + formula,
                evaluation(plan.flight()),
                new Validation.Done(evaluation(10 - plan.flight()), Duration.ofMillis(5)));
    }

    private static Evaluation evaluation(long error) {
        return new Evaluation.Scored(
                Scores.of((double) error),
                new Signature(error),
                "digest",
                Breakdown.NONE,
                Duration.ofMillis(3));
    }

    private static Plan plan(long flight, String rung, String prompt, long parent) {
        return new Plan(
                Line.SEARCH,
                flight,
                flight - 1,
                0,
                rung,
                List.of(parent),
                flight,
                prompt,
                0,
                Bar.of(9));
    }
}
