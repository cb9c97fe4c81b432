package dev.tradewind.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.evaluation.Direction;
import dev.tradewind.evaluation.Objective;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

final class ProgressChartTest {

    private static final Objective EXCESS = Objective.minimise("excess", "%");

    @Test
    void equal_runs_give_equal_pictures() {
        assertThat(chart(Samples.search()).svg()).isEqualTo(chart(Samples.search()).svg());
    }

    @Test
    void the_picture_is_well_formed_and_titled() throws Exception {
        String svg = chart(Samples.search()).svg();
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setEntityResolver(
                (_, _) -> new org.xml.sax.InputSource(new java.io.StringReader("")));
        var root =
                builder.parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                        .getDocumentElement();
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 800 450");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent())
                .startsWith("a & b: validation excess in % (lower is better)");
    }

    @Test
    void a_run_without_any_point_still_has_a_picture() {
        var nothing = new ProgressChart("t", EXCESS, Curve.EMPTY, Curve.EMPTY, Map.of());
        assertThat(nothing.svg()).contains("<svg");
    }

    @Test
    void a_hopeless_start_does_not_flatten_the_rest() {
        Curve falling = new Curve(List.of(new Curve.Point(1, 900), new Curve.Point(50, 3)), 100);
        Frame frame = Frame.around(Direction.MINIMISE, List.of(falling), List.of(5.0));
        assertThat(frame.holds(3)).isTrue();
        assertThat(frame.holds(5)).isTrue();
        assertThat(frame.high()).isLessThan(15);
        assertThat(frame.clamped(900)).isEqualTo(frame.high());
    }

    @Test
    void a_line_is_shown_from_a_few_hundredths_of_its_evaluations_on() {
        Curve rising =
                new Curve(
                        List.of(
                                new Curve.Point(0, 0.1),
                                new Curve.Point(5, 0.95),
                                new Curve.Point(60, 1.12)),
                        200);
        Curve random = new Curve(List.of(new Curve.Point(0, 0.1), new Curve.Point(90, 1.08)), 200);
        Frame frame = Frame.around(Direction.MAXIMISE, List.of(rising, random), List.of());
        assertThat(frame.holds(0.97)).isTrue();
        assertThat(frame.holds(0.1)).isFalse();
        assertThat(frame.high()).isLessThan(1.2);
    }

    private static ProgressChart chart(Curve search) {
        return new ProgressChart("a & b", EXCESS, search, Curve.EMPTY, Map.of("best fit", 5.41));
    }
}
