package dev.tradewind.report;

import dev.tradewind.evaluation.Direction;
import dev.tradewind.evaluation.Objective;

import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The picture of a run: best value so far against evaluations, with the line of random search and
/// the classical programs as levels.
///
/// @param title above the picture
/// @param objective what the values are
/// @param search how the run did
/// @param random how equally many random programs did; empty when they were not run
/// @param levels named programs with their validation value, drawn as horizontal lines, in order
public record ProgressChart(
        String title, Objective objective, Curve search, Curve random, Map<String, Double> levels) {

    /// The picture as the text of an SVG file, 800 by 450.
    public String svg() {
        XYChart chart = ChartStyle.chart(title, "evaluations", valueTitle());
        Frame frame = Frame.around(objective.direction(), List.of(search, random), levels.values());
        style(chart.getStyler(), frame);
        drawLevels(chart);
        drawCurve(
                chart,
                frame,
                new Pencil("random search", ChartStyle.VERMILLION, ChartStyle.DASHED),
                random);
        drawCurve(chart, frame, new Pencil("this run", ChartStyle.BLUE, ChartStyle.SOLID), search);
        return ChartStyle.svg(chart, title + ": " + valueTitle() + " against evaluations");
    }

    private record Pencil(String name, Color colour, BasicStroke stroke) {}

    private String valueTitle() {
        String unit = Figures.suffix(objective.unit());
        String better = objective.direction() == Direction.MINIMISE ? "lower" : "higher";
        return "validation %s%s (%s is better)"
                .formatted(objective.name(), unit.isEmpty() ? "" : " in" + unit, better);
    }

    private void drawLevels(XYChart chart) {
        int at = 0;
        for (Map.Entry<String, Double> level : levels.entrySet()) {
            int kind = Math.min(at++, ChartStyle.MORE_COLOURS.size() - 1);
            double value = level.getValue();
            XYSeries series =
                    chart.addSeries(
                            label(level.getKey(), value),
                            new double[] {1, reach()},
                            new double[] {value, value});
            ChartStyle.line(
                    series, ChartStyle.MORE_COLOURS.get(kind), ChartStyle.MORE_STROKES.get(kind));
        }
    }

    /// A line of steps: each value holds until the next improvement. It begins where it enters the
    /// picture.
    private void drawCurve(XYChart chart, Frame frame, Pencil pencil, Curve curve) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        double held = Double.NaN;
        for (Curve.Point point : curve.points()) {
            double value = point.value();
            double before = Double.isNaN(held) ? value : frame.clamped(held);
            held = value;
            if (!frame.holds(value)) {
                continue;
            }
            x.addAll(List.of(position(point.evaluations()), position(point.evaluations())));
            y.addAll(List.of(before, value));
        }
        if (!x.isEmpty()) {
            x.add(position(curve.evaluations()));
            y.add(held);
            XYSeries series = chart.addSeries(label(pencil.name(), held), x, y);
            ChartStyle.line(series, pencil.colour(), pencil.stroke());
        }
    }

    private String label(String name, double value) {
        return name + "  " + Figures.of(value, objective);
    }

    private static double position(long evaluations) {
        return Math.max(1, evaluations);
    }

    private double reach() {
        return Math.max(10, Math.max(search.evaluations(), random.evaluations()));
    }

    private void style(XYStyler styler, Frame frame) {
        styler.setXAxisLogarithmic(true);
        styler.setXAxisMin(1.0);
        styler.setXAxisMax(reach());
        styler.setYAxisMin(frame.low());
        styler.setYAxisMax(frame.high());
        styler.setXAxisTickLabelsFormattingFunction(at -> Figures.count(Math.round(at)));
        styler.setLegendPosition(
                objective.direction() == Direction.MINIMISE
                        ? LegendPosition.InsideSW
                        : LegendPosition.InsideNW);
    }
}
