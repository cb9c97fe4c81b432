package dev.tradewind.law.simulation;

import dev.tradewind.law.allocation.Allocator;
import dev.tradewind.law.allocation.Allocators;
import dev.tradewind.law.allocation.Level;
import dev.tradewind.law.allocation.Observation;
import dev.tradewind.law.allocation.Policy;
import dev.tradewind.law.simulation.Player.Always;
import dev.tradewind.law.simulation.Player.Learner;
import dev.tradewind.law.simulation.Player.Oracle;
import dev.tradewind.law.simulation.Player.PriorOnly;
import dev.tradewind.law.simulation.Player.Shielded;
import dev.tradewind.law.simulation.Problem.Rates;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// One problem played to the end of its budget.
///
/// The n-th proposal of a rung has the same luck whoever asks for it, so that differences between
/// players are those of their choices.
final class Game {

    private final Problem problem;
    private final SplittableRandom[] luck;
    private double spent;
    private int improvements;

    private Game(Problem problem) {
        this.problem = problem;
        luck =
                IntStream.range(0, problem.rungs())
                        .mapToObj(rung -> new SplittableRandom(problem.luck() + rung))
                        .toArray(SplittableRandom[]::new);
    }

    /// How many improvements a player makes of a problem.
    static int play(Problem problem, Player player) {
        Game game = new Game(problem);
        switch (player) {
            case Oracle() -> game.follow(() -> problem.wisest(game.spent));
            case Always(int rung) -> game.always(rung);
            case PriorOnly() -> game.always(first(problem));
            case Learner(Policy policy) ->
                    game.learn(Allocators.of(policy, problem.ladder()), true);
            case Shielded(Policy policy) ->
                    game.learn(Allocators.of(policy, problem.ladder()), false);
        }
        return game.improvements;
    }

    private static int first(Problem problem) {
        List<String> names = names(problem);
        Allocator law = Allocators.of(Policy.LAW, problem.ladder());
        return names.indexOf(law.next(names, new SplittableRandom(1)).ranking().getFirst());
    }

    private static List<String> names(Problem problem) {
        return problem.ladder().stream().map(contender -> contender.name()).toList();
    }

    private void always(int rung) {
        follow(() -> rung);
    }

    private void follow(IntSupplier choice) {
        while (affordable(choice.getAsInt())) {
            var _ = ask(choice.getAsInt());
        }
    }

    private boolean affordable(int rung) {
        return spent + problem.costs()[rung] <= problem.budget();
    }

    private void learn(Allocator allocator, boolean told) {
        RandomGenerator own = new SplittableRandom(~problem.luck());
        List<String> names = names(problem);
        double least = Arrays.stream(problem.costs()).min().orElseThrow();
        while (spent + least <= problem.budget()) {
            List<String> open =
                    names.stream().filter(name -> affordable(names.indexOf(name))).toList();
            String rung = allocator.next(open, own).ranking().getFirst();
            allocator.launched(rung);
            Observation seen = ask(names.indexOf(rung));
            allocator.observe(told ? seen : shielded(seen));
        }
    }

    private static Observation shielded(Observation seen) {
        return seen.level() == Level.BEAT_BEST
                ? seen
                : new Observation(seen.rung(), Level.PROPOSED, 0, seen.cost());
    }

    private Observation ask(int rung) {
        Rates rates = problem.at(spent);
        double drawn = luck[rung].nextDouble();
        double gain = -Math.log(1 - luck[rung].nextDouble());
        double now = rates.best()[rung] / (1 + Problem.DECAY * improvements);
        spent += problem.costs()[rung];
        improvements += drawn < now ? 1 : 0;
        Level level = level(drawn, now, rates, rung);
        double cost = problem.costs()[rung];
        String name = problem.ladder().get(rung).name();
        return new Observation(
                name, level, level == Level.BEAT_BEST ? Math.max(gain, 1e-9) : 0, cost);
    }

    /// Failures tell how far they came only where the world lets them: where chances of earlier
    /// levels are those of the last, there are none.
    private static Level level(double drawn, double now, Rates rates, int rung) {
        if (drawn < now) {
            return Level.BEAT_BEST;
        }
        if (rates.scored()[rung] == rates.best()[rung]) {
            return Level.PROPOSED;
        }
        if (drawn < rates.parent()[rung]) {
            return Level.BEAT_PARENT;
        }
        return drawn < rates.scored()[rung] ? Level.SCORED : Level.PROPOSED;
    }
}
