package dev.tradewind.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.evaluation.Breakdown;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Evaluator;
import dev.tradewind.evaluation.Executable;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Procedure;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Signature;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Task;
import dev.tradewind.evolution.Champion;
import dev.tradewind.program.Candidate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/// A world where every program is worth 100 and every measurement is off by a normal deviate.
final class NoiseTest {

    private static final double TRUTH = 100;
    private static final int CANDIDATES = 250;
    private static final int RUNS = 5;
    private static final double WORST_OF_FIVE = 0.45;

    @TempDir private Path folder;

    /// Measures; luck follows from the program and how often it was measured.
    private static final class Dice implements Evaluator {

        private final long seed;
        private final Map<String, Integer> measured = new ConcurrentHashMap<>();

        Dice(long seed) {
            this.seed = seed;
        }

        @Override
        public Evaluation evaluate(Executable candidate, Split split) {
            String what = candidate.fingerprint() + split;
            int times = measured.merge(what, 1, Integer::sum);
            double noise = new Random(31 * seed + 7_919L * times + what.hashCode()).nextGaussian();
            return new Scored(
                    Scores.of(TRUTH + noise),
                    new Signature(what.hashCode()),
                    candidate.fingerprint(),
                    Breakdown.NONE,
                    Duration.ofMillis(1));
        }
    }

    /// How much better than the truth the champion of a run claims to be, by training and by
    /// validation.
    private List<Double> optimism(int repeats, long seed) throws InterruptedException {
        List<Champion> champions = new ArrayList<>();
        Progress progress =
                new Progress() {
                    @Override
                    public void update(Status status) {
                        champions.add(status.champion());
                    }

                    @Override
                    public void message(String line) {}
                };
        var campaign = Lights.campaign(CANDIDATES).withSeed(seed).withoutBaseline();
        try (Assembly assembly = Lights.noisy(new Dice(seed), new Procedure(List.of(), repeats))) {
            new Run(campaign, folder.resolve(repeats + " " + seed))
                    .start(assembly, new Watch(progress, new Stop()));
        }
        Champion last = champions.getLast();
        return List.of(TRUTH - last.elite().training().first(), TRUTH - last.validation().first());
    }

    /// The mean over some runs, by training and by validation.
    private List<Double> mean(int repeats) throws InterruptedException {
        double training = 0;
        double validation = 0;
        for (long seed = 1; seed <= RUNS; seed++) {
            List<Double> one = optimism(repeats, seed);
            training += one.get(0) / RUNS;
            validation += one.get(1) / RUNS;
        }
        return List.of(training, validation);
    }

    /// Of so many candidates of whom five runs each are made, the worst of the luckiest is better
    /// than the truth by 0.45 standard deviations: the normal distribution's value at 1 - (1 /
    /// 250)^(1 / 5) = 0.67. Champions need not be the luckiest, for validation chooses among those
    /// that led on training.
    @Test
    void what_champions_claim_is_no_more_than_the_worst_of_several_runs_gives_by_luck()
            throws InterruptedException {
        assertThat(mean(4)).allMatch(claimed -> claimed < WORST_OF_FIVE);
    }

    @Test
    void without_repeats_champions_claim_more_than_that() throws InterruptedException {
        assertThat(mean(0)).allMatch(claimed -> claimed > WORST_OF_FIVE);
    }

    private static final Executable ONE =
            new Executable(Candidate.seed(Lights.SEED), "print", "Sum", Map.of());

    private static Task task(int repeats) {
        return Lights.campaign(1).task().with(new Procedure(List.of(), repeats));
    }

    @Test
    void without_repeats_the_first_run_counts() {
        Scored first = (Scored) new Dice(1).evaluate(ONE, Split.TRAINING);
        Repeats none = new Repeats(new Dice(1), task(0));
        assertThat(none.due()).isFalse();
        assertThat(none.worst(ONE, Split.TRAINING, first)).isEqualTo(first);
    }

    @Test
    void the_worst_of_all_runs_counts_and_all_are_paid_for() {
        Dice same = new Dice(1);
        double worst = Double.NEGATIVE_INFINITY;
        for (int run = 0; run < 4; run++) {
            Scored scored = (Scored) same.evaluate(ONE, Split.TRAINING);
            worst = Math.max(worst, scored.scores().first());
        }
        Evaluation found = new Repeats(new Dice(1), task(3)).worst(ONE, Split.TRAINING);
        assertThat(found)
                .isInstanceOfSatisfying(
                        Scored.class, scored -> assertThat(scored.digest()).isEqualTo("print"));
        assertThat(((Scored) found).scores().first()).isEqualTo(worst);
        assertThat(found.cpu()).isEqualTo(Duration.ofMillis(4));
    }

    @Test
    void who_fails_when_run_again_has_no_score() {
        Evaluator once =
                new Evaluator() {
                    @Override
                    public Evaluation evaluate(Executable candidate, Split split) {
                        return new Dice(1).evaluate(candidate, split);
                    }

                    @Override
                    public Evaluation again(Executable candidate, Split split) {
                        return new Failed(FailureCause.CRASH, "tired", Duration.ofMillis(5));
                    }
                };
        assertThat(new Repeats(once, task(2)).worst(ONE, Split.TRAINING))
                .isEqualTo(
                        new Failed(
                                FailureCause.INVALID_RESULT,
                                "failed when run again: CRASH, tired",
                                Duration.ofMillis(6)));
    }
}
