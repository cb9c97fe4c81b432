package dev.tradewind.law.simulation;

import dev.tradewind.law.allocation.Policy;
import dev.tradewind.law.simulation.Player.Always;
import dev.tradewind.law.simulation.Player.Learner;
import dev.tradewind.law.simulation.Player.Oracle;
import dev.tradewind.law.simulation.Player.PriorOnly;
import dev.tradewind.law.simulation.Player.Shielded;

import org.apache.commons.math3.stat.StatUtils;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Plays worlds: every player the same problems, with the same luck. Equal seeds, equal rows,
/// however many processors share the work.
///
/// @param problems of each row; at least 2, for an error to be told
/// @param policies that are compared, beside always asking the same rung
public record Simulation(int problems, long seed, List<Policy> policies) {

    /// Costs of an evaluation that are usually compared, in proposals of a model of 7 billion
    /// parameters.
    public static final List<Double> EVALUATIONS = List.of(0.02, 0.3, 3.0);

    private static final Player LAW = new Learner(Policy.LAW);

    public Simulation {
        if (problems < 2) {
            throw new IllegalArgumentException(
                    "%d problems give no error; at least 2 do".formatted(problems));
        }
        policies = List.copyOf(policies);
    }

    /// One row.
    ///
    /// @param evaluation cost of an evaluation; 0 or more
    public Row row(World world, double evaluation) {
        Draft draft = new Draft(world, evaluation);
        List<Problem> drawn =
                IntStream.range(0, problems).mapToObj(at -> draft.problem(seed, at)).toList();
        double[] oracle = played(drawn, new Oracle());
        double[] law = played(drawn, LAW);
        double mean = StatUtils.mean(oracle);
        return new Row(
                world,
                evaluation,
                problems,
                mean,
                players(world)
                        .map(
                                one ->
                                        standing(
                                                one,
                                                one.equals(LAW) ? law : played(drawn, one),
                                                law,
                                                mean))
                        .toList());
    }

    private Stream<Player> players(World world) {
        return Stream.of(
                        policies.stream().map(Learner::new),
                        world.leveled() ? Stream.of(new Shielded(Policy.LAW)) : Stream.<Player>of(),
                        Stream.of(new PriorOnly()),
                        IntStream.range(0, Draft.SIZES.length).mapToObj(Always::new))
                .flatMap(players -> players);
    }

    private static double[] played(List<Problem> problems, Player player) {
        return problems.parallelStream()
                .mapToDouble(problem -> Game.play(problem, player))
                .toArray();
    }

    private static Standing standing(Player player, double[] own, double[] law, double oracle) {
        double[] off =
                IntStream.range(0, own.length).mapToDouble(at -> own[at] - law[at]).toArray();
        double error = Math.sqrt(StatUtils.variance(off) / off.length);
        return new Standing(
                player.toString(),
                StatUtils.mean(own) / oracle,
                StatUtils.mean(off) / oracle,
                error / oracle);
    }
}
