package dev.tradewind.law.training;

import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.function.ToDoubleFunction;

/// How far runs reach in size, tokens and compute.
public record Reach(Span parameters, Span tokens, Span flop) {

    /// Beyond this many orders of magnitude a law says nothing without a warning.
    public static final double FURTHEST = 2;

    static Reach of(Collection<TrainingRun> runs) {
        return new Reach(
                Span.of(runs, TrainingRun::parameters),
                Span.of(runs, TrainingRun::tokens),
                Span.of(runs, TrainingRun::flop));
    }

    /// By how many orders of magnitude a plan lies outside, by whichever of the three it is most; 0
    /// inside.
    public double beyond(TrainingPlan plan) {
        return Math.max(
                parameters.beyond(plan.parameters()),
                Math.max(tokens.beyond(plan.tokens()), flop.beyond(plan.flop())));
    }

    /// From the least to the most.
    public record Span(double least, double most) {

        static Span of(Collection<TrainingRun> runs, ToDoubleFunction<TrainingRun> value) {
            DoubleSummaryStatistics all = runs.stream().mapToDouble(value).summaryStatistics();
            return new Span(all.getMin(), all.getMax());
        }

        double beyond(double value) {
            return Math.max(0, Math.max(Math.log10(value / most), Math.log10(least / value)));
        }
    }
}
