package dev.tradewind.journal;

import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Signature;
import dev.tradewind.journal.Landing.Validation;
import dev.tradewind.journal.Settlement.Consequence;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Descent;
import dev.tradewind.program.Program;
import dev.tradewind.program.ProgramId;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.StringArbitrary;

import java.time.Duration;

/// Every shape of landing and settlement, for properties.
final class Flights {

    private Flights() {}

    static Arbitrary<Landing> landings() {
        Arbitrary<FailureCause> causes = Arbitraries.of(FailureCause.class);
        return Arbitraries.oneOf(
                Combinators.combine(plans(), causes, texts()).as(Landing.Declined::new),
                Combinators.combine(plans(), candidates(), causes, texts())
                        .as(Landing.Refused::new),
                Combinators.combine(plans(), candidates(), texts(), evaluations(), validations())
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
                        new Consequence.NotKept()),
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
                        bars())
                .as(Plan::new);
    }

    private static Arbitrary<Double> bars() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        0.0,
                        -0.0,
                        1.0,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        Double.MIN_VALUE,
                        Double.MAX_VALUE),
                Arbitraries.longs().map(Double::longBitsToDouble));
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
        Arbitrary<Scores> scores =
                bars().filter(Double::isFinite).list().ofMinSize(1).ofMaxSize(4).map(Scores::new);
        Arbitrary<Signature> signatures = Arbitraries.longs().map(Signature::new);
        return Arbitraries.oneOf(
                Combinators.combine(scores, signatures, texts(), durations())
                        .as(Evaluation.Scored::new),
                Combinators.combine(Arbitraries.of(FailureCause.class), texts(), durations())
                        .as(Evaluation.Failed::new));
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
