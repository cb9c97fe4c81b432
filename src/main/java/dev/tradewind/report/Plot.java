package dev.tradewind.report;

import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// A picture of lines and points over one number, on straight or logarithmic axes.
///
/// @param title above it
/// @param series drawn in order, the last on top; up to nine have a look of their own
public record Plot(String title, Axis x, Axis y, List<Series> series) {

    private static final List<Marker> MARKERS =
            List.of(
                    SeriesMarkers.CIRCLE,
                    SeriesMarkers.SQUARE,
                    SeriesMarkers.DIAMOND,
                    SeriesMarkers.TRIANGLE_UP);

    private static final int FAINT = 110;
    private static final double MARGIN = 1.15;

    public Plot {
        series = List.copyOf(series);
    }

    /// What a direction shows.
    ///
    /// @param title with its unit
    /// @param logarithmic for numbers more than 0 only
    public record Axis(String title, boolean logarithmic) {}

    /// Numbers over numbers.
    public sealed interface Series {

        /// As the legend has it; different for each.
        String name();

        List<Point> points();
    }

    /// Joined by a line; a faint one on either side holds its band.
    ///
    /// @param points in order of `x`
    public record Line(String name, List<Point> points) implements Series {
        public Line {
            points = List.copyOf(points);
        }
    }

    /// Each for itself, with bars for how far it may be off.
    public record Dots(String name, List<Point> points) implements Series {
        public Dots {
            points = List.copyOf(points);
        }
    }

    /// Several lines that are one thing, and look like it.
    public record Bundle(String name, List<Line> lines) implements Series {
        public Bundle {
            lines = List.copyOf(lines);
        }

        @Override
        public List<Point> points() {
            return lines.stream().flatMap(line -> line.points().stream()).toList();
        }
    }

    /// A dashed line across the picture, from edge to edge, at one number of an axis.
    ///
    /// @param points the two ends
    public record Rule(String name, List<Point> points) implements Series {
        public Rule {
            points = List.copyOf(points);
        }
    }

    /// Points in order of `x`, joined by level and upright lines: between two of them the corner is
    /// at the second's `x` and the first's `y`, or the other way round.
    ///
    /// @param level whether the way to the next point begins level
    public record Steps(String name, List<Point> points, boolean level) implements Series {
        public Steps {
            points = List.copyOf(points);
        }

        private List<Point> corners() {
            List<Point> corners = new ArrayList<>();
            for (int at = 0; at < points.size(); at++) {
                if (at > 0) {
                    Point before = points.get(at - 1);
                    Point here = points.get(at);
                    corners.add(
                            level
                                    ? Point.of(here.x(), before.y())
                                    : Point.of(before.x(), here.y()));
                }
                corners.add(points.get(at));
            }
            return corners;
        }
    }

    /// A value and how far it may be off.
    ///
    /// @param low equal to `y` where nothing is known
    /// @param high the same
    public record Point(double x, double y, double low, double high) {

        public Point {
            if (!DoubleStream.of(x, y, low, high).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException(
                        "a point has numbers, not %s, %s, %s to %s".formatted(x, y, low, high));
            }
        }

        public static Point of(double x, double y) {
            return new Point(x, y, y, y);
        }

        private boolean sure() {
            return low == y && high == y;
        }
    }

    /// The picture as the text of an SVG file, 800 by 450.
    public String svg() {
        XYChart chart = ChartStyle.chart(title, x.title(), y.title());
        style(chart.getStyler());
        for (int at = 0; at < series.size(); at++) {
            draw(chart, series.get(at), at);
        }
        return ChartStyle.svg(chart, "%s: %s against %s".formatted(title, y.title(), x.title()));
    }

    private void style(XYStyler styler) {
        styler.setXAxisLogarithmic(x.logarithmic());
        styler.setYAxisLogarithmic(y.logarithmic());
        styler.setXAxisTickLabelsFormattingFunction(Plot::tick);
        styler.setYAxisTickLabelsFormattingFunction(Plot::tick);
        styler.setLegendPosition(LegendPosition.OutsideE);
        frame(styler);
    }

    /// Logarithmic axes end where the numbers do, not at the next power of ten.
    private void frame(XYStyler styler) {
        if (x.logarithmic() && all().findAny().isPresent()) {
            styler.setXAxisMin(all().mapToDouble(Point::x).min().orElseThrow() / MARGIN);
            styler.setXAxisMax(all().mapToDouble(Point::x).max().orElseThrow() * MARGIN);
        }
        if (y.logarithmic() && all().findAny().isPresent()) {
            styler.setYAxisMin(all().mapToDouble(Point::low).min().orElseThrow() / MARGIN);
            styler.setYAxisMax(all().mapToDouble(Point::high).max().orElseThrow() * MARGIN);
        }
    }

    private Stream<Point> all() {
        return series.stream().flatMap(each -> each.points().stream());
    }

    private static String tick(double at) {
        return Figures.value(at, "1");
    }

    private static void draw(XYChart chart, Series series, int place) {
        if (series.points().isEmpty()) {
            return;
        }
        switch (series) {
            case Line line -> drawLine(chart, line, place);
            case Dots dots -> drawDots(chart, dots, place);
            case Bundle bundle -> drawBundle(chart, bundle, place);
            case Rule rule -> drawRule(chart, rule, place);
            case Steps steps -> drawSteps(chart, steps, place);
        }
    }

    private static void drawLine(XYChart chart, Line line, int place) {
        if (!line.points().stream().allMatch(Point::sure)) {
            edge(chart, line, place, "low");
            edge(chart, line, place, "high");
        }
        XYSeries drawn = chart.addSeries(line.name(), xs(line), ys(line));
        ChartStyle.line(drawn, colour(place), stroke(place));
    }

    private static void edge(XYChart chart, Line line, int place, String side) {
        double[] values =
                line.points().stream()
                        .mapToDouble(side.equals("low") ? Point::low : Point::high)
                        .toArray();
        XYSeries drawn = chart.addSeries(line.name() + ", " + side, xs(line), values);
        ChartStyle.line(drawn, faint(colour(place)), ChartStyle.SOLID);
        drawn.setShowInLegend(false);
    }

    private static void drawDots(XYChart chart, Dots dots, int place) {
        for (Point point : dots.points()) {
            if (!point.sure()) {
                bar(chart, dots.name() + " at " + point.x(), point, place);
            }
        }
        XYSeries drawn = chart.addSeries(dots.name(), xs(dots), ys(dots));
        drawn.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        drawn.setMarker(MARKERS.get(place % MARKERS.size()));
        drawn.setMarkerColor(colour(place));
    }

    private static void drawBundle(XYChart chart, Bundle bundle, int place) {
        for (int at = 0; at < bundle.lines().size(); at++) {
            Line line = bundle.lines().get(at);
            String name = at == 0 ? bundle.name() : bundle.name() + ", " + (at + 1);
            XYSeries drawn = chart.addSeries(name, xs(line), ys(line));
            ChartStyle.line(drawn, colour(place), stroke(place));
            drawn.setShowInLegend(at == 0);
        }
    }

    private static void drawRule(XYChart chart, Rule rule, int place) {
        XYSeries drawn = chart.addSeries(rule.name(), xs(rule), ys(rule));
        ChartStyle.line(drawn, ChartStyle.INK, stroke(place));
    }

    private static void drawSteps(XYChart chart, Steps steps, int place) {
        Line path = new Line(steps.name() + ", joined", steps.corners());
        XYSeries joined = chart.addSeries(path.name(), xs(path), ys(path));
        ChartStyle.line(joined, faint(colour(place)), stroke(place));
        joined.setShowInLegend(false);
        drawDots(chart, new Dots(steps.name(), steps.points()), place);
    }

    private static void bar(XYChart chart, String name, Point point, int place) {
        XYSeries drawn =
                chart.addSeries(
                        name,
                        new double[] {point.x(), point.x()},
                        new double[] {point.low(), point.high()});
        ChartStyle.line(drawn, faint(colour(place)), ChartStyle.SOLID);
        drawn.setShowInLegend(false);
    }

    private static double[] xs(Series series) {
        return series.points().stream().mapToDouble(Point::x).toArray();
    }

    private static double[] ys(Series series) {
        return series.points().stream().mapToDouble(Point::y).toArray();
    }

    private static Color colour(int place) {
        return switch (place) {
            case 0 -> ChartStyle.BLUE;
            case 1 -> ChartStyle.VERMILLION;
            default ->
                    ChartStyle.MORE_COLOURS.get(
                            Math.min(place - 2, ChartStyle.MORE_COLOURS.size() - 1));
        };
    }

    private static Color faint(Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), FAINT);
    }

    private static BasicStroke stroke(int place) {
        return switch (place) {
            case 0 -> ChartStyle.SOLID;
            case 1 -> ChartStyle.DASHED;
            default ->
                    ChartStyle.MORE_STROKES.get(
                            Math.min(place - 2, ChartStyle.MORE_STROKES.size() - 1));
        };
    }
}
