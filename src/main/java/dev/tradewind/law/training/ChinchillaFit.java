package dev.tradewind.law.training;

import dev.tradewind.law.training.FitOutcome.Fitted;
import dev.tradewind.law.training.FitOutcome.Inconclusive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/// The loss law that runs tell, as Hoffmann et al. and Besiroglu et al. find it: least Huber loss
/// (delta 0.001, summed) of the log loss, from many starts.
///
/// @param law that was found
/// @param resampled laws found in as many runs drawn from the same with replacement
/// @param leastSquares law found by plain least squares of the log loss; where it splits compute
///   otherwise, the split hangs on how runs that went wrong are treated
/// @param heldOut how well runs outside of a fit are predicted
/// @param reach of the runs
public record ChinchillaFit(
        LossLaw law, List<LossLaw> resampled, LossLaw leastSquares, HeldOut heldOut, Reach reach) {

    /// Resamples people usually want.
    public static final int RESAMPLES = 400;

    private static final int FEWEST_RESAMPLES = 50;
    private static final double SOUND = 0.95;
    private static final double MATTERS = 1e-3;
    private static final int PARTS = 4;

    public ChinchillaFit {
        resampled = List.copyOf(resampled);
    }

    /// The law of these runs, or why there is none to be had.
    ///
    /// @param resamples for the intervals, at least 50
    /// @param random draws them
    public static FitOutcome of(List<TrainingRun> runs, int resamples, RandomGenerator random) {
        if (resamples < FEWEST_RESAMPLES) {
            throw new IllegalArgumentException(
                    "an interval takes %s resamples at least, not %s"
                            .formatted(FEWEST_RESAMPLES, resamples));
        }
        Optional<Inconclusive> wrong = RunCheck.of(runs).findFirst();
        return wrong.isPresent() ? wrong.get() : fitted(runs, resamples, random);
    }

    private static FitOutcome fitted(
            List<TrainingRun> runs, int resamples, RandomGenerator random) {
        RunCloud cloud = new RunCloud(runs);
        double[] once = HuberFit.once(runs.size());
        double[] found = HuberFit.USUAL.fit(cloud, once);
        List<LossLaw> law = cloud.law(found);
        List<LossLaw> squares = cloud.law(HuberFit.SQUARES.fit(cloud, found, once));
        if (law.isEmpty() || squares.isEmpty() || !falls(law.getFirst(), Reach.of(runs))) {
            return new Inconclusive(
                    "the loss of these runs does not fall with both size and tokens",
                    "Nothing can be said of how to split compute. Maybe columns were exchanged");
        }
        List<LossLaw> resampled = resampled(cloud, found, draws(runs.size(), resamples, random));
        if (resampled.size() < SOUND * resamples) {
            return new Inconclusive(
                    "%s of %s resamples of these runs tell no law"
                            .formatted(resamples - resampled.size(), resamples),
                    "They are too few or too noisy for an interval. About 12 runs or more are needed");
        }
        return new Fitted(
                new ChinchillaFit(
                        law.getFirst(),
                        resampled,
                        squares.getFirst(),
                        heldOut(runs),
                        Reach.of(runs)));
    }

    /// Whether both terms matter: each falls over the runs by a thousandth of the loss at least.
    private static boolean falls(LossLaw law, Reach reach) {
        double enough =
                MATTERS
                        * law.loss(
                                new TrainingPlan(reach.parameters().most(), reach.tokens().most()));
        return fall(law.size(), reach.parameters()) > enough
                && fall(law.tokens(), reach.tokens()) > enough;
    }

    private static double fall(Power term, Reach.Span span) {
        return term.at(span.least()) - term.at(span.most());
    }

    /// How often each run counts in each resample.
    private static List<double[]> draws(int runs, int resamples, RandomGenerator random) {
        List<double[]> draws = new ArrayList<>();
        for (int resample = 0; resample < resamples; resample++) {
            double[] counts = new double[runs];
            random.ints(runs, 0, runs).forEach(run -> counts[run]++);
            draws.add(counts);
        }
        return draws;
    }

    private static List<LossLaw> resampled(RunCloud cloud, double[] start, List<double[]> draws) {
        return draws.parallelStream()
                .filter(ChinchillaFit::enough)
                .map(counts -> cloud.law(HuberFit.QUICK.fit(cloud, start, counts)))
                .flatMap(List::stream)
                .toList();
    }

    /// Whether the runs of a resample are different enough to tell a law.
    private static boolean enough(double... counts) {
        return DoubleStream.of(counts).filter(count -> count > 0).count() >= RunCheck.FEWEST;
    }

    private static HeldOut heldOut(List<TrainingRun> runs) {
        List<TrainingRun> rising =
                runs.stream().sorted(Comparator.comparingDouble(TrainingRun::flop)).toList();
        int split = rising.size() - Math.max(1, rising.size() / PARTS);
        List<TrainingRun> smaller = rising.subList(0, split);
        Optional<Inconclusive> wrong = RunCheck.of(smaller).findFirst();
        if (wrong.isPresent()) {
            return new HeldOut.Unmeasured(
                    "without the quarter of largest compute: " + wrong.get().reason());
        }
        RunCloud cloud = new RunCloud(smaller);
        return cloud.law(HuberFit.USUAL.fit(cloud, HuberFit.once(split))).stream()
                .findFirst()
                .map(law -> measured(law, rising.subList(split, rising.size())))
                .orElseGet(
                        () ->
                                new HeldOut.Unmeasured(
                                        "without the quarter of largest compute the loss does not"
                                                + " fall with both size and tokens"));
    }

    private static HeldOut measured(LossLaw law, List<TrainingRun> runs) {
        double[] errors =
                runs.stream()
                        .mapToDouble(run -> Math.abs(Math.log(predicted(law, run) / run.loss())))
                        .toArray();
        return new HeldOut.Measured(
                errors.length,
                DoubleStream.of(errors).average().orElse(0),
                DoubleStream.of(errors).max().orElse(0),
                law.sizeGrowth());
    }

    private static double predicted(LossLaw law, TrainingRun run) {
        return law.loss(new TrainingPlan(run.parameters(), run.tokens()));
    }

    /// Something a law says, with its interval.
    public Estimate estimate(ToDoubleFunction<LossLaw> value) {
        return Estimate.of(value.applyAsDouble(law), resampled.stream().mapToDouble(value));
    }

    /// The plan of least loss at a training compute, however far from the runs: see
    /// [FitForecast#tooFar].
    public FitForecast at(double flop) {
        return new FitForecast(
                flop,
                estimate(each -> each.optimum(flop).parameters()),
                estimate(each -> each.optimum(flop).tokens()),
                estimate(each -> each.loss(each.optimum(flop))),
                reach.beyond(law.optimum(flop)));
    }
}
