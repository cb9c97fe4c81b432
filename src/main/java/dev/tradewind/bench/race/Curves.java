package dev.tradewind.bench.race;

import dev.tradewind.evaluation.Direction;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.report.Figures;
import dev.tradewind.report.Plot;

import java.util.List;
import java.util.stream.IntStream;

/// Draws a race.
///
/// @param end of the axis, in processor seconds
record Curves(Race race, double end) {

    /// Chosen: finer than the picture's dots are wide.
    private static final int STEPS = 400;

    Plot plot(List<Result.Runs> runs) {
        String title = "%s, mean of %d seeds".formatted(race.plan().task().name(), race.seeds());
        return new Plot(
                title,
                new Plot.Axis("processor seconds", false),
                new Plot.Axis(scores(), false),
                runs.stream().<Plot.Series>map(this::line).toList());
    }

    private String scores() {
        Objective objective = race.plan().task().objective();
        String unit = Figures.suffix(objective.unit());
        return "validation %s%s (%s is better)"
                .formatted(
                        objective.name(),
                        unit.isEmpty() ? "" : " in" + unit,
                        objective.direction() == Direction.MINIMISE ? "lower" : "higher");
    }

    private Plot.Line line(Result.Runs one) {
        List<Plot.Point> points =
                IntStream.rangeClosed(0, STEPS)
                        .mapToDouble(step -> end * step / STEPS)
                        .mapToObj(cpu -> Plot.Point.of(cpu, mean(one, cpu)))
                        .toList();
        return new Plot.Line(one.contestant().name(), points);
    }

    private static double mean(Result.Runs one, double cpu) {
        return one.heats().stream().mapToDouble(heat -> heat.at(cpu)).average().orElseThrow();
    }
}
