package dev.tradewind.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.archive.Preference;
import dev.tradewind.archive.Reference;
import dev.tradewind.budget.Spend;
import dev.tradewind.evaluation.Breakdown;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Signature;
import dev.tradewind.evolution.Bar;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Landing.Validation;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.Plan;
import dev.tradewind.journal.Settlement.Consequence;
import dev.tradewind.law.allocation.Level;
import dev.tradewind.law.allocation.Observation;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

final class AssessmentTest {

    private static final double BAR = 4;
    private static final double PARENT = 6;

    private static final Plan PLAN =
            new Plan(Line.SEARCH, 1, 0, 0, "large", List.of(0L), 1, "", 0, Bar.of(BAR));

    private static final Candidate CANDIDATE =
            Candidate.seed(Program.of("Rule.java", "class Rule {}"));

    private static Observation seen(Landing landing, Consequence consequence) {
        Preference preference = Preference.of(Objective.minimise("excess", "%"));
        Reference reference = Reference.of(preference, Scores.of(PARENT));
        return new Assessment(reference, _ -> 0.5)
                .of(landing, consequence, List.of(Scores.of(PARENT)));
    }

    private static Observation scored(double value) {
        return seen(evaluated(value), new Consequence.NotKept());
    }

    private static Landing evaluated(double value) {
        Evaluation training =
                new Evaluation.Scored(
                        Scores.of(value), new Signature(1), "d", Breakdown.NONE, Duration.ZERO);
        return new Landing.Evaluated(
                PLAN, Spend.NONE, CANDIDATE, "f", training, new Validation.NotDue());
    }

    @Test
    void a_score_is_held_against_the_parent_and_the_islands_best() {
        assertThat(scored(7)).isEqualTo(new Observation("large", Level.SCORED, 0, 0.5));
        assertThat(scored(PARENT)).isEqualTo(new Observation("large", Level.SCORED, 0, 0.5));
        assertThat(scored(5)).isEqualTo(new Observation("large", Level.BEAT_PARENT, 0, 0.5));
        assertThat(scored(BAR)).isEqualTo(new Observation("large", Level.BEAT_PARENT, 0, 0.5));
        assertThat(scored(3.5)).isEqualTo(new Observation("large", Level.BEAT_BEST, 0.5, 0.5));
    }

    @Test
    void failures_cost_and_gain_nothing() {
        Landing declined =
                new Landing.Declined(PLAN, Spend.NONE, FailureCause.UNANSWERED, "no end");
        Landing refused =
                new Landing.Refused(PLAN, Spend.NONE, CANDIDATE, FailureCause.COMPILE, "no");
        Consequence rejected = new Consequence.Rejected(FailureCause.COMPILE);
        assertThat(seen(declined, rejected).level()).isEqualTo(Level.PROPOSED);
        assertThat(seen(refused, rejected).level()).isEqualTo(Level.READ);
        assertThat(seen(declined, rejected).cost()).isEqualTo(0.5);
    }

    @Test
    void a_score_that_does_not_hold_is_none() {
        Consequence rejected = new Consequence.Rejected(FailureCause.INVALID_RESULT);
        assertThat(seen(evaluated(1), rejected))
                .isEqualTo(new Observation("large", Level.ADMITTED, 0, 0.5));
    }
}
