package dev.tradewind.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradewind.report.Plot.Axis;
import dev.tradewind.report.Plot.Dots;
import dev.tradewind.report.Plot.Line;
import dev.tradewind.report.Plot.Point;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

final class PlotTest {

    private static Plot plot(boolean logarithmic) {
        return new Plot(
                "success & size",
                new Axis("size in billions", logarithmic),
                new Axis("chance of success", logarithmic),
                List.of(
                        new Line(
                                "law",
                                List.of(
                                        new Point(0.01, 0.02, 0.01, 0.03),
                                        new Point(1, 0.2, 0.15, 0.25),
                                        new Point(100, 0.5, 0.4, 0.6))),
                        new Dots("measured", List.of(new Point(1, 0.21, 0.2, 0.24)))));
    }

    @Test
    void equal_plots_are_equal_texts() {
        assertThat(plot(true).svg()).isEqualTo(plot(true).svg());
    }

    @Test
    void the_picture_is_well_formed_and_titled() throws Exception {
        for (boolean logarithmic : new boolean[] {true, false}) {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setEntityResolver(
                    (_, _) -> new org.xml.sax.InputSource(new java.io.StringReader("")));
            byte[] svg = plot(logarithmic).svg().getBytes(StandardCharsets.UTF_8);
            var root = builder.parse(new ByteArrayInputStream(svg)).getDocumentElement();
            assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 800 450");
            assertThat(root.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo("success & size: chance of success against size in billions");
        }
    }

    @Test
    void a_band_is_drawn_as_a_line_on_either_side() {
        assertThat(lines(new Point(1, 2, 1, 3))).isEqualTo(lines(Point.of(1, 2)) + 2);
    }

    private static int lines(Point last) {
        Plot plot =
                new Plot(
                        "t",
                        new Axis("x", false),
                        new Axis("y", false),
                        List.of(new Line("law", List.of(new Point(0, 2, 2, 2), last))));
        return plot.svg().split("stroke-width:2.4", -1).length;
    }

    @Test
    void a_plot_of_nothing_is_a_plot() {
        Plot nothing = new Plot("t", new Axis("x", true), new Axis("y", true), List.of());
        assertThat(nothing.svg()).contains("<svg");
    }

    @Test
    void a_point_without_a_number_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Point.of(1, Double.NaN));
    }
}
