package dev.tradewind.guard.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.program.Program;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/// No text makes the reader throw, or touch fixed text. Were it not linear, repeated texts would
/// take minutes.
final class AnyTextTest {

    private static final int REPEATED = 200_000;

    @Property(tries = 3_000)
    void no_text_makes_it_throw_or_touch_what_is_fixed(
            @ForAll("garbled") String answer, @ForAll boolean truncated) {
        for (Program parent : Parents.ALL) {
            if (AnswerReader.read(answer, parent, truncated) instanceof Reading.Read read) {
                assertThat(Parents.fixed(read.program())).isEqualTo(Parents.fixed(parent));
                assertThat(read.program()).isNotEqualTo(parent);
                assertThat(read.idea()).hasSizeLessThanOrEqualTo(160).doesNotContain("\n");
            }
        }
    }

    @Provide
    Arbitrary<String> garbled() {
        List<String> texts = new ArrayList<>(Answers.TEXTS);
        Parents.ALL.forEach(parent -> texts.addAll(parent.files().values()));
        Arbitrary<String> text = Arbitraries.of(texts);
        Arbitrary<String> slice =
                Combinators.combine(
                                text,
                                Arbitraries.doubles().between(0, 1),
                                Arbitraries.doubles().between(0, 1))
                        .as(AnyTextTest::slice);
        Arbitrary<String> sign =
                Arbitraries.of(
                        "\n",
                        "```",
                        "~~~",
                        "}",
                        "{",
                        "\"",
                        "<<<<<<< SEARCH\n",
                        "=======\n",
                        ">>>>>>> REPLACE\n",
                        "@@ -1,1 +1,1 @@\n",
                        "--- a\n+++ b\n",
                        "</think>",
                        "// EVOLVE-BLOCK-START\n",
                        "// EVOLVE-BLOCK-END\n",
                        "\r",
                        "\0",
                        "\uD800",
                        "- ",
                        "<code>",
                        "Rule.java",
                        "# ",
                        "/*",
                        "'",
                        "\\");
        return Arbitraries.oneOf(text, slice, sign, Arbitraries.strings().ofMaxLength(20))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    private static String slice(String text, double from, double to) {
        int start = (int) (Math.min(from, to) * text.length());
        return text.substring(start, (int) (Math.max(from, to) * text.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                ">",
                "`",
                "```\n",
                "~",
                "- ",
                "* ",
                "1. ",
                "> ",
                "#",
                "{",
                "}",
                "(",
                "\"",
                "'",
                "\\",
                "/*",
                "//",
                "@@\n",
                "@@ -1 +1 @@\n-x\n",
                "--- \n+++ \n",
                "[",
                "[a]: b\n",
                "\n",
                " ",
                "\t",
                "<think>",
                "</think>",
                "<code>\n",
                "{\"code\":",
                "[[",
                "=======\n",
                "<<<<<<< SEARCH\n",
                "<<<<<<< SEARCH\n=======\n>>>>>>> REPLACE\n",
                "Heuristic.java\n",
                "priority(",
                "priority (int item) {",
                "double slack = remaining - item;\n",
                "}\n",
                "```java\n}\n```\n",
                "// EVOLVE-BLOCK-START\n// EVOLVE-BLOCK-END\n",
                "-\n ",
                "- a\n  ",
                "public final class Heuristic implements PerBinRule {\n",
                "a.",
                "A b c d. "
            })
    void a_text_of_one_thing_repeated_is_read_like_any_other(String part) {
        String text = part.repeat(REPEATED / part.length());
        for (Program parent : Parents.ALL) {
            assertThat(AnswerReader.read(text, parent, false)).isNotNull();
            assertThat(AnswerReader.read("```java\n" + text + "\n```", parent, true)).isNotNull();
        }
    }
}
