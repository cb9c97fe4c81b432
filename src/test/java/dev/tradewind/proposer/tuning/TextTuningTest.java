package dev.tradewind.proposer.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Proposer;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.regex.Pattern;

/// Numbers in text that is not Java.
final class TextTuningTest {

    private static final String C =
            """
            /* 1 it's */
            #include <math.h>
            #define BEFORE 2
            // EVOLVE-BLOCK-START
            #if __GNUC__ > 12
            #define TILE 16 // not 17
            #endif
            #pragma GCC unroll 8
            /* 18, "19
               20 */
            static const char *text = "21 \\" 22", sign = '3';
            static float table[32] = {0.5f, -1.5f, 2e-3f};
            float f(int n, float x1, unsigned m) {
                float sum = x1 * 0.25f - 3;
                for (int i = 7; i < 40; i += 2) sum += table[i & 31] * n-5;
                while (n > 9) { n = n << 4 | 0x1F | 017; m *= 2654435u; }
                switch (n) { case 6: return -x1; default: return sum / 1.0e3; }
            }
            // EVOLVE-BLOCK-END
            int after = 99;
            """;

    private static final String PYTHON =
            """
            '''A rule, 1 or 2.'''
            BEFORE = 3
            # EVOLVE-BLOCK-START
            WEIGHTS = [0.5, -1.25, 1_000]  # not 4
            def rule(xs, limit=10):
                \"\"\"Doubles "5" by 6.\"\"\"
                name = 'it is 7'
                total = -8 + xs[9] * 2.5 // 3
                for i in range(20):
                    total += xs[i - 1] ** 0.5 - (-1.5)
                while total > 30:
                    total -= limit
                return -12 if total < 1e3 else 4j
            # EVOLVE-BLOCK-END
            """;

    private static List<Double> values(String path, String text) {
        return ConstantReader.read(Program.of(path, text)).values();
    }

    private static Candidate seed(String path, String text) {
        return Candidate.seed(Program.of(path, text));
    }

    private static String child(Proposer proposer, Candidate parent, long stream) {
        Proposal proposal = proposer.propose(Ask.of(List.of(parent), stream));
        assertThat(proposal).isInstanceOf(Proposal.Proposed.class);
        Program program = ((Proposal.Proposed) proposal).candidate().program();
        return program.text(program.files().firstKey());
    }

    @Test
    void numbers_of_c_are_found_outside_comments_strings_sizes_and_indices() {
        assertThat(values("rule.c", C))
                .containsExactly(
                        16.0, 8.0, 0.5, -1.5, 2e-3, 0.25, 3.0, 40.0, 5.0, 9.0, 4.0, 2654435.0,
                        1.0e3);
    }

    @Test
    void numbers_of_python_are_found_outside_comments_strings_and_indices() {
        assertThat(values("rule.py", PYTHON))
                .containsExactly(
                        0.5, -1.25, 1_000.0, 10.0, -8.0, 2.5, 3.0, 20.0, 0.5, -1.5, 30.0, -12.0,
                        1e3);
    }

    @ParameterizedTest
    @CsvSource({"rule.c, 13", "rule.py, 13"})
    void nothing_but_numbers_changes_and_they_are_found_again(String path, int count) {
        String text = path.endsWith("c") ? C : PYTHON;
        Pattern number = Pattern.compile("-?[0-9][0-9_]*(\\.[0-9]*)?([eE]-?[0-9]+)?");
        Candidate parent = seed(path, text);
        for (Proposer proposer :
                List.of(new ConstantTuning(), new RandomConstants(parent.program()))) {
            for (int stream = 0; stream < 500; stream++) {
                String child = child(proposer, parent, stream);
                assertThat(number.matcher(child).replaceAll("#"))
                        .isEqualTo(number.matcher(text).replaceAll("#"));
                assertThat(values(path, child)).hasSize(count);
            }
        }
    }

    @Test
    void unsigned_numbers_take_no_sign_and_keep_their_suffix() {
        Candidate parent = seed("a.c", "// EVOLVE-BLOCK-START\nx = 7ull;\n// EVOLVE-BLOCK-END\n");
        for (int stream = 0; stream < 300; stream++) {
            assertThat(child(new ConstantTuning(), parent, stream)).containsPattern("= [0-9]+ull;");
        }
    }

    @Test
    void bounds_of_loops_and_shifts_move_by_one_at_most() {
        String text =
                """
                // EVOLVE-BLOCK-START
                for (int i = 0; i < 40; i++) { x = x >> 3; }
                // EVOLVE-BLOCK-END
                """;
        Proposer random = new RandomConstants(Program.of("a.c", text));
        for (int stream = 0; stream < 300; stream++) {
            assertThat(child(random, seed("a.c", text), stream))
                    .containsPattern("i = 0; i < (39|40|41); i\\+\\+.*x >> [234];");
        }
    }

    @Test
    void random_numbers_do_not_depend_on_the_parent() {
        Candidate seed = seed("rule.py", PYTHON);
        Proposer random = new RandomConstants(seed.program());
        Candidate other = seed("rule.py", child(random, seed, 5));
        assertThat(child(random, other, 6)).isEqualTo(child(random, seed, 6));
    }

    /// Whatever the text, reading ends and what it finds is a number.
    @Property
    void any_text_can_be_read(@ForAll String text) {
        String marked = "# EVOLVE-BLOCK-START\n" + text + "\n# EVOLVE-BLOCK-END\n";
        for (String path : List.of("a.c", "a.py", "a.words")) {
            assertThat(values(path, marked)).allMatch(Double::isFinite);
        }
    }
}
