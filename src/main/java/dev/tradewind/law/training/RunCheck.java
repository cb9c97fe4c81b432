package dev.tradewind.law.training;

import dev.tradewind.law.training.FitOutcome.Inconclusive;

import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Whether runs can tell a law at all.
final class RunCheck {

    /// One more than there are coefficients.
    static final int FEWEST = RunCloud.COEFFICIENTS + 1;

    private static final int VALUES = 3;
    private static final double ALIKE = 0.9999;

    private RunCheck() {}

    /// What is wrong with them first; none when nothing is.
    static Stream<Inconclusive> of(List<TrainingRun> runs) {
        return Stream.<Function<List<TrainingRun>, List<Inconclusive>>>of(
                        RunCheck::count,
                        RunCheck::sizes,
                        RunCheck::tokens,
                        RunCheck::line,
                        RunCheck::slopes)
                .flatMap(check -> check.apply(runs).stream())
                .limit(1);
    }

    private static List<Inconclusive> count(List<TrainingRun> runs) {
        return refused(
                runs.size() < FEWEST,
                "%s runs cannot tell the 5 coefficients of the law; it takes %s at least"
                        .formatted(runs.size(), FEWEST),
                "Only which of the runs reached the least loss can be said");
    }

    private static List<Inconclusive> sizes(List<TrainingRun> runs) {
        long sizes = different(runs, TrainingRun::parameters);
        return refused(
                sizes < VALUES,
                "the runs have %s, and it takes 3 at least to tell A and alpha from E"
                        .formatted(times(sizes, "size")),
                "How the loss falls with tokens at such a size can be told, but not how to split"
                        + " compute between size and tokens");
    }

    private static List<Inconclusive> tokens(List<TrainingRun> runs) {
        long counts = different(runs, TrainingRun::tokens);
        return refused(
                counts < VALUES,
                "the runs have %s of tokens, and it takes 3 at least to tell B and beta from E"
                        .formatted(times(counts, "number")),
                "How the loss falls with size at so many tokens can be told, but not how to split"
                        + " compute between size and tokens");
    }

    private static List<Inconclusive> line(List<TrainingRun> runs) {
        double together =
                new PearsonsCorrelation()
                        .correlation(
                                logs(runs, TrainingRun::parameters),
                                logs(runs, TrainingRun::tokens));
        return refused(
                Math.abs(together) > ALIKE,
                "size and tokens change together in all runs, so what one of them does cannot be"
                        + " told from what the other does",
                "How the loss falls with compute along that line can be told. Runs of equal size"
                        + " with other tokens would help");
    }

    /// The plane through the logarithms: a rough look, but one that is never in doubt.
    private static List<Inconclusive> slopes(List<TrainingRun> runs) {
        OLSMultipleLinearRegression plane = new OLSMultipleLinearRegression();
        plane.newSampleData(
                logs(runs, TrainingRun::loss),
                runs.stream()
                        .map(
                                run ->
                                        new double[] {
                                            Math.log(run.parameters()), Math.log(run.tokens())
                                        })
                        .toArray(double[][]::new));
        double[] slopes = plane.estimateRegressionParameters();
        return refused(
                slopes[1] >= 0 || slopes[2] >= 0,
                "the loss of these runs does not fall with both size and tokens",
                "Nothing can be said of how to split compute. Maybe columns were exchanged");
    }

    private static List<Inconclusive> refused(boolean wrong, String reason, String remains) {
        return wrong ? List.of(new Inconclusive(reason, remains)) : List.of();
    }

    private static String times(long count, String what) {
        return count == 1 ? "one " + what + " only" : "%s %ss only".formatted(count, what);
    }

    private static long different(List<TrainingRun> runs, ToDoubleFunction<TrainingRun> value) {
        return runs.stream().mapToDouble(value).distinct().count();
    }

    private static double[] logs(List<TrainingRun> runs, ToDoubleFunction<TrainingRun> value) {
        return runs.stream().mapToDouble(value).map(Math::log).toArray();
    }
}
