package dev.tradewind.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

final class LoweringsTest {

    private static final String TILES =
            """
            package tiles;

            import dev.tradewind.evaluation.*;
            import java.util.*;

            public final class Tiles implements Lowering {

                @Override
                public Space space() {
                    return new Space(List.of(new Space.Knob.Steps("rows", List.of(1L, 2L, 4L))));
                }

                @Override
                public Map<String, String> lower(SequencedMap<String, Long> choice) throws Unfit {
                    long rows = choice.get("rows");
                    if (rows == 4) {
                        throw new Unfit("4 rows spill");
                    }
                    return Map.of("candidate.c", "int rows = " + 4 / (rows - 1) + ";");
                }
            }
            """;

    private static SequencedMap<String, Long> rows(long rows) {
        return new LinkedHashMap<>(Map.of("rows", rows));
    }

    private static Lowering of(String text) {
        return Lowerings.of(Map.of("tiles/Tiles.java", text));
    }

    @Test
    void a_lowering_makes_a_program_of_a_choice() throws Lowering.Unfit {
        Lowering tiles = of(TILES);
        assertThat(tiles.space().names()).isEqualTo(List.of("rows"));
        assertThat(tiles.lower(rows(2))).containsEntry("candidate.c", "int rows = 4;");
    }

    @Test
    void what_does_not_go_together_is_unfit() {
        assertThatThrownBy(() -> of(TILES).lower(rows(4)))
                .isInstanceOf(Lowering.Unfit.class)
                .hasMessage("4 rows spill");
    }

    @Test
    void what_it_throws_is_the_tasks_fault_and_names_the_choice() {
        assertThatThrownBy(() -> of(TILES).lower(rows(1)))
                .isInstanceOf(EvaluatorFault.class)
                .hasMessageContaining("{rows=1}")
                .hasMessageContaining("ArithmeticException");
    }

    @Test
    void what_does_not_compile_is_told_by_line() {
        assertThatThrownBy(() -> of(TILES.replace("return new Space", "return new Spice")))
                .isInstanceOf(EvaluatorFault.class)
                .hasMessageContaining("lowering does not compile")
                .hasMessageContaining("tiles/Tiles.java:10");
    }

    @Test
    void a_space_that_makes_no_sense_is_told_of() {
        assertThatThrownBy(() -> of(TILES.replace("1L, 2L", "1L, 1L")))
                .isInstanceOf(EvaluatorFault.class)
                .hasMessageContaining("rows lists a value twice: [1, 1, 4]");
    }

    @Test
    void sources_without_a_lowering_are_refused() {
        assertThatThrownBy(
                        () ->
                                of(
                                        TILES.replace("implements Lowering", "")
                                                .replace("@Override", "")
                                                .replace("throws Unfit", "")
                                                .replace("throw new Unfit(\"4 rows spill\");", "")))
                .isInstanceOf(EvaluatorFault.class)
                .hasMessageContaining("exactly one public class must implement")
                .hasMessageContaining("Lowering, found none");
    }
}
