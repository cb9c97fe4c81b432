package dev.tradewind.law.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.law.allocation.Allocator;
import dev.tradewind.law.allocation.Allocators;
import dev.tradewind.law.allocation.Band;
import dev.tradewind.law.allocation.Contender;
import dev.tradewind.law.allocation.Forecasting;
import dev.tradewind.law.allocation.Level;
import dev.tradewind.law.allocation.Observation;
import dev.tradewind.law.allocation.Policy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;

/// Whether what is foretold in the middle of a search comes about as often as it says.
final class ForecastCalibrationTest {

    private static final int PROBLEMS = 200;

    /// A search by the law on one problem, told of the last level only.
    private static final class Hunt {

        private final Problem problem;
        private final List<String> names;
        private final Allocator allocator;
        private final SplittableRandom random;
        private double spent;
        private int improvements;

        private Hunt(Problem problem) {
            this.problem = problem;
            this.names = problem.ladder().stream().map(Contender::name).toList();
            this.allocator = Allocators.of(Policy.LAW, problem.ladder());
            this.random = new SplittableRandom(problem.luck());
        }

        private int until(double part) {
            int before = improvements;
            while (spent < part * problem.budget()) {
                String name = allocator.next(names, random).ranking().getFirst();
                allocator.launched(name);
                allocator.observe(asked(name, names.indexOf(name)));
            }
            return improvements - before;
        }

        private Observation asked(String name, int rung) {
            double now = problem.at(spent).best()[rung] / (1 + Problem.DECAY * improvements);
            boolean success = random.nextDouble() < now;
            improvements += success ? 1 : 0;
            spent += problem.costs()[rung];
            return new Observation(
                    name,
                    success ? Level.BEAT_BEST : Level.PROPOSED,
                    success ? 1 : 0,
                    problem.costs()[rung]);
        }

        private Band foretold(double part) {
            return ((Forecasting) allocator).forecast(part * problem.budget()).improvements();
        }
    }

    /// Counts are whole numbers, and one that lies on a bound is half inside.
    private static double inside(Band band, int count) {
        boolean strictly = count > band.low() && count < band.high();
        boolean onBound = count == band.low() || count == band.high();
        return strictly ? 1 : onBound ? 0.5 : 0;
    }

    /// So that counts are large enough for bounds to mean something.
    private static Problem longer(Problem problem) {
        return new Problem(
                problem.ladder(),
                problem.costs(),
                problem.rates(),
                10 * problem.budget(),
                problem.luck());
    }

    @Test
    void four_fifths_of_what_comes_next_lies_in_the_band() {
        double covered = 0;
        double foretold = 0;
        double came = 0;
        for (int number = 0; number < PROBLEMS; number++) {
            Hunt hunt = new Hunt(longer(new Draft(World.LAWFUL, 0.3).problem(11, number)));
            int _ = hunt.until(0.5);
            Band band = hunt.foretold(0.25);
            int count = hunt.until(0.75);
            covered += inside(band, count);
            foretold += band.mean();
            came += count;
        }
        assertThat(covered / PROBLEMS).isBetween(0.75, 0.85);
        assertThat(foretold / came).isBetween(0.9, 1.1);
    }
}
