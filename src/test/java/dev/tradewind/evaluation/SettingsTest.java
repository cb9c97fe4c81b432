package dev.tradewind.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.evaluation.Space.Knob;
import dev.tradewind.program.Program;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

final class SettingsTest {

    private static final Space SPACE =
            new Space(
                    List.of(
                            new Knob.Steps("rows", List.of(1L, 2L, 4L, 8L)),
                            new Knob.Kinds("order", List.of(0L, 1L, 2L)),
                            new Knob.Bits("factor", 32),
                            new Knob.Range("shift", -31, 31)));

    private static final String TEXT =
            """
            # A tile.
            # EVOLVE-BLOCK-START
            ! both kinds of comment, rows = 99
            factor: 0x9e3779b9

              rows   =  4  \s
            order=2
            shift -3
            # EVOLVE-BLOCK-END
            after = 5
            """;

    private static Settings read(String text) throws Lowering.Unfit {
        return Settings.of(Program.of("tile.properties", text), SPACE);
    }

    @Test
    void settings_are_read_as_properties_are() throws Lowering.Unfit, IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(TEXT));
        Map<String, Long> choice = read(TEXT).choice();
        assertThat(choice)
                .containsExactly(
                        Map.entry("rows", 4L),
                        Map.entry("order", 2L),
                        Map.entry("factor", 0x9e3779b9L),
                        Map.entry("shift", -3L));
        choice.forEach(
                (name, value) ->
                        assertThat(Long.decode(properties.getProperty(name).strip()))
                                .isEqualTo(value));
    }

    @Property
    void only_values_change(
            @ForAll @IntRange(max = 3) int rows,
            @ForAll @LongRange(max = 0xFFFFFFFFL) long factor,
            @ForAll @LongRange(min = -31, max = 31) long shift)
            throws Lowering.Unfit {
        Map<String, Long> choice =
                Map.of("rows", 1L << rows, "order", 2L, "factor", factor, "shift", shift);
        Program child = read(TEXT).with(choice);
        String expected =
                TEXT.replace("=  4", "=  " + (1L << rows))
                        .replace("0x9e3779b9", "0x" + Long.toHexString(factor))
                        .replace("shift -3", "shift " + shift);
        assertThat(child.text("tile.properties")).isEqualTo(expected);
        assertThat(read(expected).choice()).containsExactlyInAnyOrderEntriesOf(choice);
    }

    @Test
    void the_first_region_that_sets_every_knob_counts() throws Lowering.Unfit {
        String other = "// EVOLVE-BLOCK-START\nint rows = 3;\n// EVOLVE-BLOCK-END\n";
        Program program = new Program(new TreeMap<>(Map.of("a.c", other, "b.properties", TEXT)));
        Settings settings = Settings.of(program, SPACE);
        Program child = settings.with(Map.of("rows", 8L, "order", 2L, "factor", 1L, "shift", 0L));
        assertThat(child.text("a.c")).isEqualTo(other);
        assertThat(Settings.of(child, SPACE).choice().get("rows")).isEqualTo(8L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rows   =  4 | rows = 3 | tile.properties:6  rows: \"3\" is not allowed. Allowed:"
                        + " 1, 2, 4, 8.",
                "rows   =  4 | rows = | tile.properties:6  rows: \"\" is not allowed.",
                "rows   =  4 | rwos = 4 | tile.properties:6  rwos: is no setting. Allowed: rows,",
                "rows   =  4 | # none | tile.properties:3  rows is not set. Add a line \"rows",
                "shift -3 | shift = -32 | \"-32\" is not allowed. Allowed: -31 to 31.",
                "shift -3 | shift = 1.5 | \"1.5\" is not allowed.",
                "shift -3 | order = 1 | tile.properties:8  order: is set twice.",
                "0x9e3779b9 | 0x1ffffffff | Allowed: 0 to 0xffffffff, 32 bits.",
                "0x9e3779b9 | 99999999999999999999 | is not allowed.",
                "# EVOLVE-BLOCK-END | # END | is never closed",
            })
    void what_is_wrong_is_told_with_file_line_and_what_is_allowed(
            String old, String wrong, String told) {
        assertThatThrownBy(() -> read(TEXT.replace(old, wrong)))
                .isInstanceOf(Lowering.Unfit.class)
                .hasMessageContaining(told);
    }

    @Test
    void a_program_without_a_region_holds_no_settings() {
        assertThatThrownBy(() -> read("rows = 1\n"))
                .isInstanceOf(Lowering.Unfit.class)
                .hasMessageContaining("# EVOLVE-BLOCK-START");
    }
}
