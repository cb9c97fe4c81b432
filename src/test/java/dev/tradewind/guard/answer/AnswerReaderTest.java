package dev.tradewind.guard.answer;

import static dev.tradewind.guard.answer.Parents.PYTHON;
import static dev.tradewind.guard.answer.Parents.RULE;
import static dev.tradewind.guard.answer.Parents.STATEMENTS;
import static dev.tradewind.guard.answer.Parents.TWO_FILES;
import static dev.tradewind.guard.answer.Parents.TWO_REGIONS;
import static dev.tradewind.guard.answer.Parents.detail;
import static dev.tradewind.guard.answer.Parents.inside;
import static dev.tradewind.guard.answer.Parents.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.program.Program;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerReaderTest {

    private static final String FASTER =
            """
            double f(double x) {
                return 3 * x;
            }
            """;

    @ParameterizedTest
    @EnumSource
    void every_manner_of_saying_it_gives_the_same_method(Answers answer) {
        Reading.Read read = read(answer.text(), RULE);
        assertThat(read.form()).isEqualTo(answer.form());
        assertThat(inside(read.program()).strip())
                .endsWith(
                        """
                        public double priority(int item, int remaining, int capacity) {
                                double slack = remaining - item;
                                if (slack < 0) {
                                    return -1000;
                                }
                                return -slack * slack;
                            }""");
    }

    @ParameterizedTest
    @EnumSource
    void line_endings_of_other_systems_are_read(Answers answer) {
        Reading.Read read = read(answer.text(), RULE);
        assertThat(read(answer.text().replace("\n", "\r\n"), RULE)).isEqualTo(read);
        Program windows =
                Program.of("Heuristic.java", RULE.text("Heuristic.java").replace("\n", "\r\n"));
        assertThat(read(answer.text(), windows).program().text("Heuristic.java"))
                .isEqualTo(read.program().text("Heuristic.java").replace("\n", "\r\n"));
    }

    @Test
    void the_idea_is_the_named_line_or_the_first_sentence_that_tells() {
        assertThat(read(Answers.WITHOUT_MARKERS.text(), RULE).idea())
                .isEqualTo("I square the slack so that loose bins are avoided.");
        assertThat(read(Answers.JSON.text(), RULE).idea()).isEqualTo("Square the slack.");
        assertThat(read("**Idea:** `tight` first\n\n" + Answers.CHATTY.text(), RULE).idea())
                .isEqualTo("tight first");
        assertThat(read(Answers.BARE_CODE.text(), RULE).idea()).isEmpty();
        assertThat(read(Answers.CHATTY.text(), RULE).idea()).startsWith("Why it works:");
    }

    @Test
    void a_long_idea_is_cut_to_a_line() {
        String idea = "I " + "very ".repeat(100) + "much improve it.\n\n";
        assertThat(read(idea + Answers.METHOD_ALONE.text(), RULE).idea())
                .hasSize(160)
                .endsWith("…");
    }

    @Test
    void statements_within_a_method_are_read_with_or_without_the_method() {
        String expected = "        y = y * 2;\n";
        assertThat(inside(read("```java\ny = y * 2;\n```", STATEMENTS).program()))
                .isEqualTo(expected);
        String method =
                """
                ```java
                    double f(double x) {
                        double y = x;
                        y = y * 2;
                        return y;
                    }
                ```
                """;
        assertThat(inside(read(method, STATEMENTS).program())).isEqualTo(expected);
    }

    @Test
    void python_is_read_like_any_other_text() {
        String answer =
                """
                ```python
                import numpy as np

                def priority(item, bins):
                    return -np.log(bins - item + 1)
                ```
                """;
        assertThat(inside(read(answer, PYTHON).program()))
                .isEqualTo("def priority(item, bins):\n    return -np.log(bins - item + 1)\n");
    }

    @Test
    void several_files_are_told_apart_by_their_names() {
        String answer =
                """
                ### `src/Weights.java`

                The weight doubles.

                ```java
                class Weights {
                    static final double A = 3.0;
                }
                ```

                **Rule.java**
                ```java
                %s```
                """
                        .formatted(FASTER);
        Program program = read(answer, TWO_FILES).program();
        assertThat(inside(program, 0)).contains("return 3 * x;");
        assertThat(inside(program, 1)).isEqualTo("    static final double A = 3.0;\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```java Rule.java\n%s```",
                "```java title=\"src/Rule.java\"\n%s```",
                "```java\n// File: src/Rule.java\n%s```",
                "File: `src/Rule.java`\n\n```\n%s```",
                "```java\n%s```",
            })
    void a_file_is_named_in_many_places_or_known_by_its_lines(String form) {
        Program program = read(form.formatted(FASTER), TWO_FILES).program();
        assertThat(inside(program, 0)).contains("return 3 * x;");
        assertThat(inside(program, 1)).isEqualTo(inside(TWO_FILES, 1));
    }

    @Test
    void one_of_two_regions_may_be_given_alone() {
        String answer = "```java\ndouble second(double x) {\n    return 5 * x;\n}\n```";
        Program program = read(answer, TWO_REGIONS).program();
        assertThat(inside(program, 0)).isEqualTo(inside(TWO_REGIONS, 0));
        assertThat(inside(program, 1))
                .isEqualTo("    double second(double x) {\n        return 5 * x;\n    }\n");
    }

    @Test
    void both_regions_of_a_file_are_read_with_and_without_markers() {
        String file =
                TWO_REGIONS
                        .text("Rule.java")
                        .replace("return x;", "return -x;")
                        .replace("return 2 * x;", "return 7 * x;");
        Program expected = Program.of("Rule.java", file);
        String bare = file.replaceAll(".*EVOLVE.*\n", "");
        assertThat(read("```\n" + file + "```", TWO_REGIONS).program()).isEqualTo(expected);
        Program spliced = read("```\n" + bare + "```", TWO_REGIONS).program();
        assertThat(inside(spliced, 0)).isEqualTo(inside(expected, 0));
        assertThat(inside(spliced, 1).strip()).isEqualTo(inside(expected, 1).strip());
    }

    @Test
    void a_program_without_regions_is_open_as_a_whole() {
        assertThat(read("```yaml\nalpha: 3\n```", Parents.FREE).program())
                .isEqualTo(Program.of("config.yaml", "alpha: 3\n"));
    }

    @Test
    void what_is_outside_the_region_is_dropped() {
        String answer =
                Answers.CHATTY.text().replace("import packing", "import java.io.*;\nimport");
        assertThat(read(answer, RULE).program())
                .isEqualTo(read(Answers.CHATTY.text(), RULE).program());
    }

    @Test
    void a_file_that_is_no_longer_to_be_recognised_is_refused_with_the_line_it_lacks() {
        String answer =
                "```java\nclass Other {\nimport packing.PerBinRule;\ndouble g() { return 1; }\n}\n```";
        assertThat(detail(answer, RULE, false))
                .contains("public final class Heuristic implements PerBinRule {");
    }

    @Test
    void an_answer_that_changes_nothing_is_no_program() {
        String same = RULE.text("Heuristic.java").replace("slack;", "slack;  ");
        assertThat(detail("```java\n" + same + "```", RULE, false))
                .isEqualTo("the answer changes nothing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n\n",
                "I cannot help with that.",
                "<think>Square it? Or not?",
                "The heuristic is already optimal, so I would leave it as it is (see above).",
            })
    void an_answer_without_code_is_no_program(String answer) {
        assertThat(detail(answer, RULE, false)).isNotEmpty();
        assertThat(detail(answer, RULE, true)).contains("cut off at its token limit");
    }

    @ParameterizedTest
    @EnumSource(names = {"NEVER_CLOSED", "BARE_CODE", "BODY_CONTINUED", "DIFF_UNFENCED"})
    void what_was_cut_off_is_not_read(Answers answer) {
        assertThat(detail(answer.text(), RULE, true)).contains("cut off at its token limit");
    }

    @Test
    void what_was_complete_before_the_cut_is_read() {
        String more = Answers.METHOD_ALONE.text() + "\nOr even better:\n\n```java\npublic dou";
        assertThat(AnswerReader.read(more, RULE, true)).isInstanceOf(Reading.Read.class);
        String block = Answers.SEARCH_REPLACE.text() + "\n<<<<<<< SEARCH\n  double sl";
        assertThat(AnswerReader.read(block, RULE, true)).isInstanceOf(Reading.Read.class);
        String half = block.substring(block.indexOf("<<<"), block.indexOf(">>>"));
        assertThat(detail(half, RULE, true)).contains("cut off at its token limit");
        assertThat(detail(half, RULE, false)).contains("not complete");
    }

    @Test
    void a_parent_whose_markers_do_not_pair_is_told() {
        Program broken = Program.of("A.java", "// EVOLVE-BLOCK-START\n");
        assertThat(detail(Answers.CHATTY.text(), broken, false)).contains("A.java:1");
    }

    @Test
    void of_two_new_versions_the_last_one_counts() {
        String better =
                "\nBetter still:\n\n" + Answers.METHOD_ALONE.text().replace("slack * s", "2 * s");
        assertThat(inside(read(Answers.METHOD_ALONE.text() + better, RULE).program()))
                .contains("return -2 * slack;");
    }

    @Test
    void a_snippet_does_not_count_beside_a_whole_file() {
        String snippet = "\nThe idea in short:\n\n```java\nscore = slack * slack;\n```\n";
        assertThat(read(Answers.CHATTY.text() + snippet, RULE).program())
                .isEqualTo(read(Answers.CHATTY.text(), RULE).program());
    }

    @Test
    void code_for_a_fixed_file_is_no_program() {
        String answer = "```java Fixed.java\nclass Fixed {\n    int ONE = 2;\n}\n```";
        assertThat(detail(answer, TWO_FILES, false)).contains("no code that belongs to a region");
    }

    @Test
    void an_answer_that_stands_in_a_fence_as_a_whole_is_read() {
        String answer = "````markdown\n" + Answers.OLD_THEN_NEW.text() + "````\n";
        assertThat(read(answer, RULE).program())
                .isEqualTo(read(Answers.OLD_THEN_NEW.text(), RULE).program());
    }

    @Test
    void a_longer_fence_may_hold_shorter_ones() {
        String answer =
                Answers.METHOD_ALONE
                        .text()
                        .replace("```", "````")
                        .replace("    double slack", "    /*\n```\n    */\n    double slack");
        assertThat(inside(read(answer, RULE).program())).contains("```\n");
    }
}
