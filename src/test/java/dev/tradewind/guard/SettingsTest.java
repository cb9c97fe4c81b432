package dev.tradewind.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.evaluation.Lowering;
import dev.tradewind.evaluation.Space;
import dev.tradewind.evaluation.Space.Knob;
import dev.tradewind.program.Program;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

final class SettingsTest {

    /// Tiles of so many rows, which do not go together with an odd order.
    private static final Lowering TILES =
            new Lowering() {
                @Override
                public Space space() {
                    return new Space(
                            List.of(
                                    new Knob.Steps("rows", List.of(4L, 8L, 16L)),
                                    new Knob.Kinds("order", List.of(0L, 1L)),
                                    new Knob.Bits("multiplier", 8),
                                    new Knob.Range("ahead", -2, 2)));
                }

                @Override
                public Map<String, String> lower(SequencedMap<String, Long> choice) throws Unfit {
                    if (choice.toString().contains("rows=16, order=1")) {
                        throw new Unfit("order 1 needs rows of 4 or 8");
                    }
                    return Map.of("tile.c", choice.toString());
                }
            };

    @Test
    void settings_become_the_program_they_stand_for() throws Settings.Refused {
        assertThat(lowered("rows = 8\norder: 1\n# a remark\nmultiplier = 0xff\nahead=-1"))
                .isEqualTo(Map.of("tile.c", "{rows=8, order=1, multiplier=255, ahead=-1}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    rows=5;order=0;multiplier=1;ahead=0    | rows = 5; allowed: 4, 8, 16
                    rows=4;order=2;multiplier=1;ahead=0    | order = 2; allowed: 0, 1
                    rows=4;order=0;multiplier=256;ahead=0  | multiplier = 256; allowed: 0 to 255
                    rows=4;order=0;multiplier=-1;ahead=0   | multiplier = -1; allowed: 0 to 255
                    rows=4;order=0;multiplier=1;ahead=3    | ahead = 3; allowed: -2 to 2
                    rows=x;order=0;multiplier=1;ahead=0    | rows = x; allowed: 4, 8, 16
                    rows=4;order=0;multiplier=1            | ahead has no value; allowed: -2 to 2
                    rows=4;order=0;multiplier=1;ahead=0;u=1| u is no setting of this task
                    rows=16;order=1;multiplier=1;ahead=0   | do not go together: order 1 needs
                    rows=\\u00g;order=0                     | a broken \\u sequence
                    """)
    void what_the_space_does_not_hold_is_refused_with_what_is_allowed(String lines, String why) {
        assertThatThrownBy(() -> lowered(lines.replace(";", "\n")))
                .isInstanceOf(Settings.Refused.class)
                .hasMessageContaining(why);
    }

    private static Map<String, String> lowered(String lines) throws Settings.Refused {
        String text = "# EVOLVE-BLOCK-START\n%s\n# EVOLVE-BLOCK-END\n".formatted(lines);
        return Settings.of(Program.of("tile.properties", text)).lowered(TILES);
    }
}
