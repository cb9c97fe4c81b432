package dev.tradewind.guard.answer;

import static dev.tradewind.guard.answer.Parents.RULE;
import static dev.tradewind.guard.answer.Parents.TWO_FILES;
import static dev.tradewind.guard.answer.Parents.TWO_REGIONS;
import static dev.tradewind.guard.answer.Parents.detail;
import static dev.tradewind.guard.answer.Parents.inside;
import static dev.tradewind.guard.answer.Parents.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.program.Program;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// SEARCH/REPLACE blocks and unified diffs.
final class EditsTest {

    private static String block(String search, String replace) {
        return "<<<<<<< SEARCH\n" + search + "=======\n" + replace + ">>>>>>> REPLACE\n";
    }

    @Test
    void edits_are_made_one_after_the_other() {
        String answer =
                block("    return -slack;\n", "    return -slack * 2;\n")
                        + "and then\n"
                        + block("return -slack * 2;\n", "return -slack * 3;\n")
                        + block("return -1000;\n", "return -9;\n");
        assertThat(inside(read(answer, RULE).program()))
                .contains("            return -9;\n")
                .contains("        return -slack * 3;\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 7, 9})
    void five_to_nine_signs_are_taken(int signs) {
        String answer =
                "<".repeat(signs)
                        + " SEARCH\nreturn -slack;\n"
                        + "=".repeat(signs)
                        + "\nreturn 0;\n"
                        + ">".repeat(signs)
                        + " REPLACE";
        assertThat(inside(read(answer, RULE).program())).contains("        return 0;\n");
    }

    @Test
    void replaced_lines_keep_their_own_steps_of_indentation() {
        String answer =
                block("return -slack;\n", "if (slack > 5) {\n    return 0;\n}\nreturn -slack;\n");
        assertThat(inside(read(answer, RULE).program()))
                .contains("        if (slack > 5) {\n            return 0;\n        }\n");
    }

    @Test
    void a_text_that_is_not_there_is_quoted() {
        assertThat(detail(block("\n  return slack - 7;\n", "return 1;\n"), RULE, false))
                .isEqualTo(
                        "the text that begins with \"return slack - 7;\" is not found in the"
                                + " program");
    }

    @Test
    void a_text_that_is_there_twice_is_quoted() {
        assertThat(detail(block("}\n", "} // done\n"), RULE, false))
                .isEqualTo(
                        "the text that begins with \"}\" is found 2 times; it must be found once");
    }

    @Test
    void a_text_outside_the_regions_may_not_be_changed() {
        String answer = block("import packing.PerBinRule;\n", "import java.util.*;\n");
        assertThat(detail(answer, RULE, false)).contains("outside what may change");
        String named = "src/Fixed.java\n" + block("static final int ONE = 1;\n", "int ONE = 2;\n");
        assertThat(detail(named, TWO_FILES, false))
                .isEqualTo("src/Fixed.java is fixed: it has no region");
    }

    @Test
    void an_edit_across_the_edge_of_a_region_leaves_the_edge_alone() {
        String answer =
                block("class Heuristic implements PerBinRule {\n\n    // EVOLVE-BLOCK-START\n", "");
        assertThat(detail(answer, RULE, false)).contains("not found");
        String across =
                block(
                        "    // EVOLVE-BLOCK-START\n    @Override\n",
                        "    // EVOLVE-BLOCK-START\n    // now squared\n    @Override\n");
        assertThat(inside(read(across, RULE).program())).startsWith("    // now squared\n");
    }

    @Test
    void an_empty_text_is_read_for_an_empty_region_alone() {
        String fill = block("", "    int x = 1;\n");
        assertThat(detail(fill, RULE, false)).contains("empty SEARCH text");
        Program empty = Program.of("A.java", "// EVOLVE-BLOCK-START\n// EVOLVE-BLOCK-END\n");
        assertThat(inside(read(fill, empty).program())).isEqualTo("    int x = 1;\n");
    }

    @Test
    void the_file_named_above_decides_between_equal_texts() {
        Program twins = Program.of("a/One.txt", "x: 1\n").with("a/Two.txt", "x: 1\n");
        String edit = block("x: 1\n", "x: 2\n");
        assertThat(detail(edit, twins, false)).contains("found 2 times");
        assertThat(read("**a/Two.txt**\n\n```\n" + edit + "```", twins).program())
                .isEqualTo(twins.with("a/Two.txt", "x: 2\n"));
    }

    @Test
    void edits_of_two_files_are_made_in_both() {
        String answer =
                "src/Rule.java\n"
                        + block("return Weights.A * x;\n", "return Weights.A + x;\n")
                        + "src/Weights.java\n"
                        + block("static final double A = 1.5;\n", "static final double A = 9;\n");
        Program program = read(answer, TWO_FILES).program();
        assertThat(inside(program, 0)).contains("Weights.A + x");
        assertThat(inside(program, 1)).contains("A = 9");
    }

    @Test
    void edits_of_two_regions_are_made_in_both() {
        String answer =
                block("return x;\n", "return -x;\n") + block("return 2 * x;\n", "return 9 * x;\n");
        Program program = read(answer, TWO_REGIONS).program();
        assertThat(inside(program, 0)).contains("return -x;");
        assertThat(inside(program, 1)).contains("return 9 * x;");
    }

    @Test
    void line_numbers_of_a_diff_decide_between_equal_texts() {
        Program twice = Program.of("a.txt", "x\ny\nz\nx\ny\nz\n");
        String answer = "```diff\n@@ -4,2 +4,2 @@\n x\n-y\n+w\n```";
        assertThat(read(answer, twice).program())
                .isEqualTo(Program.of("a.txt", "x\ny\nz\nx\nw\nz\n"));
    }

    @Test
    void a_diff_of_two_files_is_made_in_both() {
        String answer =
                """
                ```diff
                diff --git a/src/Rule.java b/src/Rule.java
                index 1111111..2222222 100644
                --- a/src/Rule.java
                +++ b/src/Rule.java
                @@ -3,3 +3,3 @@
                     double f(double x) {
                -        return Weights.A * x;
                +        return Weights.A + x;
                     }
                --- a/src/Weights.java
                +++ b/src/Weights.java
                @@ -3 +3 @@
                -    static final double A = 1.5;
                +    static final double A = 9;
                ```
                """;
        Program program = read(answer, TWO_FILES).program();
        assertThat(inside(program, 0)).contains("Weights.A + x");
        assertThat(inside(program, 1)).contains("A = 9");
    }

    @Test
    void a_diff_of_a_file_the_program_does_not_have_is_refused() {
        String answer = "```diff\n--- /dev/null\n+++ b/New.java\n@@ -0,0 +1 @@\n+class New {}\n```";
        assertThat(detail(answer, RULE, false)).contains("no file of the program");
    }

    @Test
    void lines_around_a_change_may_be_misquoted_in_a_diff() {
        String answer =
                """
                ```diff
                @@ -10,3 +10,4 @@
                     // the slack, as before
                     return -1000;
                -    return -slack;
                +    double square = slack * slack;
                +    return -square;
                 } // end of method
                ```
                """;
        assertThat(inside(read(answer, RULE).program()))
                .contains("return -1000;")
                .contains("        double square = slack * slack;\n        return -square;\n");
    }
}
