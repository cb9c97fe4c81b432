package dev.tradewind.bench.race;

import dev.tradewind.evaluation.Direction;
import dev.tradewind.law.comparison.CostRatio;
import dev.tradewind.law.comparison.Paired;
import dev.tradewind.law.comparison.Reach;
import dev.tradewind.report.Plot;

import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// A race that is over.
///
/// @param runs of each contestant, in the order of seeds
/// @param targets scores to be reached, seed by seed
public record Result(Race race, List<Runs> runs, List<Double> targets) {

    public Result {
        runs = List.copyOf(runs);
        targets = List.copyOf(targets);
    }

    /// Of a contestant, in the order of seeds.
    record Runs(Contestant contestant, List<Heat> heats) {
        Runs {
            heats = List.copyOf(heats);
        }
    }

    /// Of what was kept; the target of a seed is the median over contestants of their last scores
    /// on it, unless one for all is given.
    ///
    /// @param target for all seeds; null for medians
    /// @throws IllegalStateException when a run is lacking
    public static Result of(Race race, HeatFile kept, @Nullable Double target) {
        List<Heat> heats = kept.of(race);
        List<Runs> runs = race.contestants().stream().map(one -> runs(race, one, heats)).toList();
        List<Double> targets =
                IntStream.range(0, race.seeds())
                        .mapToObj(at -> target == null ? median(race, runs, at) : target)
                        .toList();
        return new Result(race, runs, targets);
    }

    private static Runs runs(Race race, Contestant contestant, List<Heat> heats) {
        return new Runs(
                contestant,
                race.seedList().stream().map(seed -> heat(contestant, seed, heats)).toList());
    }

    private static Heat heat(Contestant contestant, long seed, List<Heat> heats) {
        return heats.stream()
                .filter(heat -> heat.contestant().equals(contestant.name()))
                .filter(heat -> heat.seed() == seed)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "%s has not run seed %d"
                                                .formatted(contestant.name(), seed)));
    }

    private static double median(Race race, List<Runs> runs, int at) {
        double[] last =
                runs.stream()
                        .mapToDouble(each -> each.heats().get(at).at(race.horizon()))
                        .toArray();
        return new Median().evaluate(last);
    }

    /// Whether all runs are kept.
    public static boolean over(Race race, HeatFile kept) {
        return kept.of(race).size() == race.entries().size();
    }

    List<Place> places() {
        return runs.stream().map(this::place).toList();
    }

    /// Targets the seed program meets.
    int freeTargets() {
        return (int) reaches(runs.getFirst()).stream().filter(reach -> reach.cost() == 0).count();
    }

    private Place place(Runs one) {
        boolean reference = one.equals(runs.getFirst());
        Paired off = Paired.of(differences(one));
        List<Reach> reaches = reaches(one);
        CostRatio ratio = reference ? null : CostRatio.of(reaches, reaches(runs.getFirst()));
        boolean low = direction() == Direction.MINIMISE;
        return new Place(
                one.contestant().name(),
                finals(one).boxed().toList(),
                new Median().evaluate(finals(one).toArray()),
                finals(one).average().orElseThrow(),
                reference ? null : off,
                low ? off.below() : off.above(),
                low ? off.above() : off.below(),
                (int) reaches.stream().filter(Reach::reached).count(),
                ratio,
                ratio == null ? null : ratio.bound(),
                one.heats().stream().mapToLong(Heat::evaluations).average().orElseThrow(),
                one.heats().stream().mapToDouble(Heat::cpu).average().orElseThrow());
    }

    private double[] differences(Runs one) {
        double[] own = finals(one).toArray();
        double[] reference = finals(runs.getFirst()).toArray();
        return IntStream.range(0, own.length).mapToDouble(at -> own[at] - reference[at]).toArray();
    }

    private DoubleStream finals(Runs one) {
        return one.heats().stream().mapToDouble(heat -> heat.at(race.horizon()));
    }

    private List<Reach> reaches(Runs one) {
        return IntStream.range(0, targets.size())
                .mapToObj(
                        at ->
                                one.heats()
                                        .get(at)
                                        .reach(targets.get(at), direction(), race.horizon()))
                .toList();
    }

    private Direction direction() {
        return race.plan().task().objective().direction();
    }

    /// The best validation score so far against processor seconds, mean over the seeds, a line for
    /// each contestant.
    public Plot plot() {
        double end =
                Math.min(
                        race.horizon(),
                        runs.stream()
                                .flatMap(one -> one.heats().stream())
                                .mapToDouble(Heat::cpu)
                                .max()
                                .orElseThrow());
        return new Curves(race, end).plot(runs);
    }
}
