package dev.tradewind.journal;

import dev.tradewind.budget.Charge;
import dev.tradewind.budget.Spend;
import dev.tradewind.budget.Usage;
import dev.tradewind.budget.Usd;
import dev.tradewind.evaluation.Breakdown;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Measures;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Signature;
import dev.tradewind.evolution.Bar;
import dev.tradewind.journal.Landing.Validation;
import dev.tradewind.journal.Settlement.Consequence;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Descent;
import dev.tradewind.program.Program;
import dev.tradewind.program.ProgramId;
import dev.tradewind.proposer.Exchange;
import dev.tradewind.proposer.Message;
import dev.tradewind.proposer.Reply;
import dev.tradewind.proposer.Request;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.StringArbitrary;

import java.math.BigDecimal;
import java.time.Duration;

/// Every shape of landing and settlement, for properties.
final class Flights {

    private Flights() {}

    static Arbitrary<Landing> landings() {
        Arbitrary<FailureCause> causes = Arbitraries.of(FailureCause.class);
        return Arbitraries.oneOf(
                Combinators.combine(plans(), outlays(), causes, texts()).as(Landing.Declined::new),
                Combinators.combine(plans(), outlays(), texts()).as(Landing.Advised::new),
                Combinators.combine(plans(), outlays(), candidates(), causes, texts())
                        .as(Landing.Refused::new),
                Combinators.combine(
                                plans(),
                                outlays(),
                                candidates(),
                                texts(),
                                evaluations(),
                                validations())
                        .as(Landing.Evaluated::new));
    }

    static Arbitrary<Settlement> settlementsOf(Landing landing) {
        Plan plan = landing.plan();
        return Combinators.combine(
                        consequences(),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 9).list().ofMaxSize(3))
                .as(
                        (consequence, champion, restarted) ->
                                new Settlement(
                                        plan.line(),
                                        1,
                                        plan.flight(),
                                        consequence,
                                        champion,
                                        restarted));
    }

    private static Arbitrary<Consequence> consequences() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        new Consequence.NewCluster(),
                        new Consequence.JoinedCluster(),
                        new Consequence.NotKept(),
                        new Consequence.Advised()),
                Arbitraries.of(FailureCause.class).map(Consequence.Rejected::new));
    }

    private static Arbitrary<Plan> plans() {
        Arbitrary<Long> numbers = Arbitraries.longs().greaterOrEqual(0);
        return Combinators.combine(
                        Arbitraries.of(Line.class),
                        numbers,
                        numbers,
                        Arbitraries.integers(),
                        texts(),
                        numbers.list().ofMaxSize(3),
                        Arbitraries.longs(),
                        Combinators.combine(texts(), numbers, bars()).as(Instruction::new))
                .as(
                        (line, flight, settled, island, proposer, parents, stream, rest) ->
                                new Plan(
                                        line,
                                        flight,
                                        settled,
                                        island,
                                        proposer,
                                        parents,
                                        stream,
                                        rest.prompt(),
                                        rest.broken(),
                                        rest.bar()));
    }

    private record Instruction(String prompt, long broken, Bar bar) {}

    private static Arbitrary<Spend> outlays() {
        return Combinators.combine(durations(), charges()).as(Spend::ofProposing);
    }

    private static Arbitrary<Charge> charges() {
        return Arbitraries.oneOf(
                Arbitraries.just(Charge.NONE),
                Combinators.combine(
                                money(),
                                money(),
                                usages(),
                                Arbitraries.doubles().between(0, 1e24),
                                durations(),
                                Arbitraries.longs().between(1, 9),
                                Arbitraries.longs().between(0, 9))
                        .as(Charge::new));
    }

    private static Arbitrary<Usd> money() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(1_000_000))
                .ofScale(12)
                .map(Usd::new);
    }

    private static Arbitrary<Usage> usages() {
        Arbitrary<Long> tokens = Arbitraries.longs().between(0, 1_000_000_000);
        return Combinators.combine(tokens, tokens, tokens, tokens)
                .as(
                        (fresh, cached, told, thought) ->
                                new Usage(fresh + cached, cached, told + thought, thought));
    }

    /// Any exchange of a flight's first turn.
    static Arbitrary<Exchange> exchanges() {
        Arbitrary<Message> messages =
                Combinators.combine(Arbitraries.of(Message.Role.class), texts()).as(Message::new);
        Arbitrary<Request> requests =
                Combinators.combine(texts(), texts(), texts(), messages.list().ofMaxSize(4))
                        .as(Request::new);
        return Combinators.combine(requests, replies(), usages(), money(), money(), flops())
                .as(
                        (request, reply, usage, money, atRisk, flops) ->
                                new Exchange(
                                        1,
                                        request,
                                        reply,
                                        new Charge(
                                                money,
                                                atRisk,
                                                reply instanceof Reply.Answered answered
                                                        ? answered.usage()
                                                        : usage,
                                                flops,
                                                reply.inFlight(),
                                                1,
                                                reply
                                                                        instanceof
                                                                        Reply.Answered(
                                                                                _,
                                                                                _,
                                                                                _,
                                                                                _,
                                                                                _,
                                                                                boolean estimated,
                                                                                _,
                                                                                _)
                                                                && estimated
                                                        ? 1
                                                        : 0)));
    }

    private static Arbitrary<Double> flops() {
        return Arbitraries.doubles().between(0, 1e24);
    }

    private static Arbitrary<Reply> replies() {
        Arbitrary<Integer> retries = Arbitraries.integers().between(0, 9);
        return Arbitraries.oneOf(
                Combinators.combine(
                                texts(),
                                texts(),
                                Arbitraries.of(Reply.Finish.class),
                                texts(),
                                usages(),
                                Arbitraries.of(true, false),
                                durations(),
                                retries)
                        .as(Reply.Answered::new),
                Combinators.combine(texts(), durations(), retries).as(Reply.Lost::new),
                Combinators.combine(texts(), durations(), retries).as(Reply.Rejected::new));
    }

    private static Arbitrary<Double> values() {
        return Arbitraries.oneOf(
                Arbitraries.of(0.0, -0.0, 1.0, Double.MIN_VALUE, Double.MAX_VALUE),
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite));
    }

    private static Arbitrary<Bar> bars() {
        return values().list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(Scores::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(Bar::new);
    }

    private static Arbitrary<Candidate> candidates() {
        Arbitrary<Program> programs =
                Arbitraries.maps(texts(), texts())
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(files -> new Program(new java.util.TreeMap<>(files)));
        Arbitrary<ProgramId> ids =
                Arbitraries.strings()
                        .withChars("0123456789abcdef")
                        .ofLength(32)
                        .map(ProgramId::new);
        Arbitrary<Descent> descents =
                Combinators.combine(ids.list().ofMaxSize(3), texts(), texts()).as(Descent::new);
        return Combinators.combine(programs, descents).as(Candidate::of);
    }

    private static Arbitrary<Validation> validations() {
        return Arbitraries.oneOf(
                Arbitraries.just(new Validation.NotDue()),
                Combinators.combine(evaluations(), durations()).as(Validation.Done::new));
    }

    private static Arbitrary<Evaluation> evaluations() {
        Arbitrary<Scores> scores = values().list().ofMinSize(1).ofMaxSize(4).map(Scores::new);
        Arbitrary<Signature> signatures = Arbitraries.longs().map(Signature::new);
        Arbitrary<Measures> measures = values().list().ofMaxSize(2).map(Measures::new);
        return Arbitraries.oneOf(
                Combinators.combine(
                                scores, measures, signatures, texts(), breakdowns(), durations())
                        .as(Evaluation.Scored::new),
                Combinators.combine(Arbitraries.of(FailureCause.class), texts(), durations())
                        .as(Evaluation.Failed::new));
    }

    private static Arbitrary<Breakdown> breakdowns() {
        return Combinators.combine(values().list().ofMaxSize(4), texts()).as(Breakdown::new);
    }

    private static Arbitrary<Duration> durations() {
        return Arbitraries.longs().greaterOrEqual(0).map(Duration::ofNanos);
    }

    /// Any text that has an encoding, control characters included.
    private static StringArbitrary texts() {
        return Arbitraries.strings()
                .withChars("a \"'\\\n\t\0,[]#-\u00e9\u4e16")
                .withCharRange(' ', '~')
                .ofMaxLength(40);
    }
}
