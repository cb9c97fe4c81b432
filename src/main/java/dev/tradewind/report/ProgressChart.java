package dev.tradewind.report;

import dev.tradewind.evaluation.Direction;
import dev.tradewind.evaluation.Objective;

import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

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

    private static final int WIDTH = 800;
    private static final int HEIGHT = 450;

    // Okabe and Ito (2008): told apart with every kind of colour vision, and by dash as well.
    private static final Color BLUE = new Color(0x0072B2);
    private static final Color VERMILLION = new Color(0xD55E00);
    private static final List<Color> LEVEL_COLOURS =
            List.of(new Color(0x009E73), new Color(0xCC79A7), new Color(0x8C6D00), Color.GRAY);
    private static final List<BasicStroke> LEVEL_STROKES =
            List.of(dashes(2, 3), dashes(8, 3, 2, 3), dashes(14, 4), dashes(2, 8));
    private static final BasicStroke SOLID =
            new BasicStroke(2.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    private static final BasicStroke RANDOM =
            new BasicStroke(
                    2.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 3}, 0);
    private static final Pattern CLIP = Pattern.compile("clip\\d+");
    private static final Color INK = new Color(0x333333);
    private static final Color GRID = new Color(0xE6E6E6);

    /// The picture as the text of an SVG file, 800 by 450.
    public String svg() {
        XYChart chart =
                new XYChartBuilder()
                        .width(WIDTH)
                        .height(HEIGHT)
                        .title(title)
                        .xAxisTitle("evaluations")
                        .yAxisTitle(valueTitle())
                        .build();
        Frame frame = Frame.around(objective.direction(), List.of(search, random), levels.values());
        style(chart.getStyler(), frame);
        drawLevels(chart);
        drawCurve(chart, frame, new Pencil("random search", VERMILLION, RANDOM), random);
        drawCurve(chart, frame, new Pencil("this run", BLUE, SOLID), search);
        return encoded(chart);
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
            int kind = Math.min(at++, LEVEL_COLOURS.size() - 1);
            double value = level.getValue();
            XYSeries series =
                    chart.addSeries(
                            label(level.getKey(), value),
                            new double[] {1, reach()},
                            new double[] {value, value});
            look(series, LEVEL_COLOURS.get(kind), LEVEL_STROKES.get(kind));
        }
    }

    /// A line of steps: each value holds until the next improvement.
    private void drawCurve(XYChart chart, Frame frame, Pencil pencil, Curve curve) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        double held = Double.NaN;
        for (Curve.Point point : curve.points()) {
            double value = frame.clamped(point.value());
            double before = Double.isNaN(held) ? value : held;
            x.addAll(List.of(position(point.evaluations()), position(point.evaluations())));
            y.addAll(List.of(before, value));
            held = value;
        }
        if (!x.isEmpty()) {
            x.add(position(curve.evaluations()));
            y.add(held);
            XYSeries series = chart.addSeries(label(pencil.name(), held), x, y);
            look(series, pencil.colour(), pencil.stroke());
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

    private static void look(XYSeries series, Color colour, BasicStroke stroke) {
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(colour);
        series.setLineStyle(stroke);
    }

    private static BasicStroke dashes(float... lengths) {
        return new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
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
        styler.setLegendBorderColor(GRID);
        styler.setLegendSeriesLineLength(36);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setChartTitleBoxVisible(false);
        styler.setChartFontColor(INK);
        styler.setAxisTickLabelsColor(INK);
        styler.setAxisTickMarksColor(INK);
        styler.setBaseFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    }

    private String encoded(XYChart chart) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ChartEncoder.saveChart(chart, out, "svg");
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return described(stable(out.toString(StandardCharsets.UTF_8)));
    }

    /// The encoder names its clip paths by identity hash; numbers make equal pictures equal files.
    private static String stable(String svg) {
        Map<String, String> names = new LinkedHashMap<>();
        return CLIP.matcher(svg)
                .replaceAll(
                        clip -> names.computeIfAbsent(clip.group(), _ -> "clip" + names.size()));
    }

    /// With a title for those who hear the picture instead of seeing it.
    private String described(String svg) {
        int inside = svg.indexOf('>', svg.indexOf("<svg")) + 1;
        String text = title + ": " + valueTitle() + " against evaluations";
        return svg.substring(0, inside)
                + "\n  <title>"
                + text.replace("&", "&amp;").replace("<", "&lt;")
                + "</title>"
                + svg.substring(inside);
    }
}
