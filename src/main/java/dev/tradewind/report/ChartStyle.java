package dev.tradewind.report;

import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What all pictures have in common: size, colours, strokes, fonts, and their form as SVG text.
final class ChartStyle {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 450;

    // Okabe and Ito (2008): told apart with every kind of colour vision, and by dash as well.
    static final Color BLUE = new Color(0x0072B2);
    static final Color VERMILLION = new Color(0xD55E00);
    static final List<Color> MORE_COLOURS =
            List.of(
                    new Color(0x009E73),
                    new Color(0xCC79A7),
                    new Color(0x8C6D00),
                    Color.GRAY,
                    new Color(0x56B4E9),
                    Color.BLACK,
                    new Color(0x7A3E9D),
                    new Color(0xE69F00));

    static final BasicStroke SOLID = stroke(2.4f);
    static final BasicStroke DASHED = stroke(2.4f, 6, 3);
    static final List<BasicStroke> MORE_STROKES =
            List.of(
                    dashes(2, 3),
                    dashes(8, 3, 2, 3),
                    dashes(14, 4),
                    dashes(2, 8),
                    dashes(8, 3, 2, 3, 2, 3),
                    dashes(4, 4),
                    dashes(14, 4, 2, 4),
                    dashes(1, 2));

    private static final Pattern CLIP = Pattern.compile("clip\\d+");
    static final Color INK = new Color(0x333333);
    private static final Color GRID = new Color(0xE6E6E6);

    private ChartStyle() {}

    /// An empty chart in this style.
    static XYChart chart(String title, String x, String y) {
        XYChart chart =
                new XYChartBuilder()
                        .width(WIDTH)
                        .height(HEIGHT)
                        .title(title)
                        .xAxisTitle(x)
                        .yAxisTitle(y)
                        .build();
        apply(chart.getStyler());
        return chart;
    }

    private static void apply(XYStyler styler) {
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

    /// A line without markers.
    static void line(XYSeries series, Color colour, BasicStroke stroke) {
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(colour);
        series.setLineStyle(stroke);
    }

    private static BasicStroke dashes(float... lengths) {
        return stroke(1.6f, lengths);
    }

    private static BasicStroke stroke(float width, float... lengths) {
        float[] dashes = lengths.length == 0 ? null : lengths;
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }

    /// The picture as the text of an SVG file; equal charts give equal texts.
    ///
    /// @param words for those who hear the picture instead of seeing it
    static String svg(XYChart chart, String words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ChartEncoder.saveChart(chart, out, "svg");
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return described(stable(out.toString(StandardCharsets.UTF_8)), words);
    }

    /// The encoder names its clip paths by identity hash; numbers make equal pictures equal files.
    private static String stable(String svg) {
        Map<String, String> names = new LinkedHashMap<>();
        return CLIP.matcher(svg)
                .replaceAll(
                        clip -> names.computeIfAbsent(clip.group(), _ -> "clip" + names.size()));
    }

    private static String described(String svg, String words) {
        int inside = svg.indexOf('>', svg.indexOf("<svg")) + 1;
        return svg.substring(0, inside)
                + "\n  <title>"
                + words.replace("&", "&amp;").replace("<", "&lt;")
                + "</title>"
                + svg.substring(inside);
    }
}
