package dev.tradewind.journal;

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
import dev.tradewind.journal.Landing.Validation;
import dev.tradewind.journal.Settlement.Consequence;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Descent;
import dev.tradewind.program.Program;
import dev.tradewind.proposer.Exchange;
import dev.tradewind.proposer.Message;
import dev.tradewind.proposer.Reply;
import dev.tradewind.proposer.Request;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Flights to be recorded in tests.
final class Flown {

    static final Program START = program("return item - remaining;");

    private Flown() {}

    static RunHeader header() {
        return new RunHeader(
                "bin-packing",
                "seed: 7\n",
                "5e1f",
                7,
                List.of(Objective.minimise("excess", "%")),
                START,
                Instant.parse("2026-01-02T03:04:05.678901Z"),
                new TreeMap<>(Map.of("tradewind", "0.1", "jdk", "25.0.1")));
    }

    static Program program(String rule) {
        return Program.of(
                "Rule.java",
                """
                /// Scores every bin an item fits into; the item goes to the best.
                public final class Rule {
                    // EVOLVE-BLOCK-START
                    public double score(double item, double remaining) {
                        %s
                    }
                    // EVOLVE-BLOCK-END
                }
                """
                        .formatted(rule));
    }

    static Plan plan(Line line, long flight) {
        return new Plan(
                line,
                flight,
                flight / 2,
                3,
                "breeding",
                List.of(0L, flight - 1),
                99,
                "",
                0,
                Bar.of(4.5));
    }

    static Candidate candidate(long flight) {
        Descent descent = new Descent(List.of(START.id()), "breeding", "subtree crossover");
        return Candidate.of(program("return " + flight + " - remaining;"), descent);
    }

    /// Evaluated, not validated.
    static Landing.Evaluated scored(long flight, double training) {
        return evaluated(flight, training, new Validation.NotDue());
    }

    /// Evaluated with a program that another flight may have brought too.
    static Landing.Evaluated scored(long flight, Candidate candidate) {
        Landing.Evaluated own = scored(flight, 1);
        return new Landing.Evaluated(
                own.plan(), Spend.NONE, candidate, "f", own.training(), own.validation());
    }

    static Landing.Evaluated validated(long flight, double training, double validation) {
        Evaluation held =
                new Evaluation.Scored(
                        Scores.of(validation),
                        new Signature(8),
                        "cd",
                        Breakdown.NONE,
                        Duration.ofMillis(3));
        return evaluated(flight, training, new Validation.Done(held, Duration.ofMillis(5)));
    }

    private static Landing.Evaluated evaluated(long flight, double training, Validation done) {
        Evaluation seen =
                new Evaluation.Scored(
                        Scores.of(training),
                        new Signature(-flight),
                        "ab",
                        Breakdown.NONE,
                        Duration.ofMillis(2));
        return new Landing.Evaluated(
                plan(Line.SEARCH, flight), Spend.NONE, candidate(flight), "f" + flight, seen, done);
    }

    static Landing random(long flight) {
        return new Landing.Declined(
                plan(Line.RANDOM, flight), Spend.NONE, FailureCause.UNREADABLE, "no program in it");
    }

    static Landing declined(long flight) {
        return new Landing.Declined(
                plan(Line.SEARCH, flight), Spend.NONE, FailureCause.UNREADABLE, "no program in it");
    }

    /// An exchange about a program, for so much money.
    static Exchange exchange(int turn, String prompt, String usd) {
        Usage usage = new Usage(1_200, 200, 90, 10);
        Request request =
                new Request(
                        "small",
                        prompt,
                        "0123456789abcdef0123456789abcdef",
                        List.of(
                                Message.system("You improve programs."),
                                Message.user("Change `item - remaining`, turn " + turn + ".")));
        Reply reply =
                new Reply.Answered(
                        "return item * 2 - remaining;",
                        "",
                        Reply.Finish.STOP,
                        "small-2026",
                        usage,
                        false,
                        Duration.ofMillis(800),
                        1);
        Usd money = new Usd(new BigDecimal(usd));
        return new Exchange(
                turn,
                request,
                reply,
                new Charge(money, Usd.ZERO, usage, 2e12, Duration.ofMillis(800), 1, 0));
    }

    static Placed placed(long flight, Exchange exchange) {
        return new Placed(Line.SEARCH, flight, exchange);
    }

    /// Evaluated, from parents, after calls that cost so much.
    static Landing.Evaluated paid(long flight, List<Long> parents, Charge charge) {
        Landing.Evaluated own = scored(flight, 1);
        Plan plan =
                new Plan(
                        Line.SEARCH,
                        flight,
                        flight - 1,
                        0,
                        "small",
                        parents,
                        1,
                        "patch",
                        0,
                        Bar.of(9));
        return new Landing.Evaluated(
                plan,
                Spend.ofModels(charge),
                own.candidate(),
                own.fingerprint(),
                own.training(),
                own.validation());
    }

    static Settlement settlement(long flight, Consequence consequence, boolean champion) {
        return new Settlement(Line.SEARCH, flight, flight, consequence, champion, List.of());
    }

    static Settlement kept(long flight) {
        return settlement(flight, new Consequence.NewCluster(), false);
    }
}
