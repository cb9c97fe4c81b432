package dev.tradewind.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.report.FrontResult.Member;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

final class MeasureTableTest {

    private static MeasureTable of(Map<String, Double> validation) {
        Member member =
                new Member(
                        "c0ffee",
                        Map.of("speed", 1.1),
                        Map.of("speed", 1.2),
                        validation,
                        Map.of(),
                        new TreeMap<>(Map.of("512", Map.of("roof", 93.0), "8x2048", Map.of())));
        FrontResult front =
                new FrontResult(
                        List.of(member),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        0,
                        null,
                        Map.of("roof", "%"),
                        null);
        return new MeasureTable(front, member);
    }

    @Test
    void every_set_has_a_row_and_every_measure_its_unit() {
        assertThat(of(Map.of("roof", 88.5)).table().markdown())
                .containsPattern("on *\\| roof % \\|")
                .containsPattern("validation *\\| *88.5 \\|")
                .containsPattern("512 *\\| *93 \\|")
                .containsPattern("8x2048 *\\| *- \\|");
    }

    @Test
    void a_task_that_measures_nothing_has_none() {
        assertThat(of(Map.of()).any()).isFalse();
    }
}
