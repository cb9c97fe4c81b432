package dev.tradewind.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;
import java.util.TreeMap;

final class PlainTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    a.c  | int f(void) { return 1; } // one  | int f(void)~{~    return 1;~}
                    a.c  | /* x */ int a; /* y~z */          | int a;
                    a.py | x = 1   ~~# remark~y = 2          | x = 1~y = 2
                    """)
    void comments_and_layout_make_no_other_program(String path, String one, String other) {
        assertThat(fingerprint(path, one)).isEqualTo(fingerprint(path, other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    a.c  | int a = 1;                        | int a = 2;
                    a.c  | char *s = "a // b";               | char *s = "a // c";
                    a.c  | char *s = "a  b";                 | char *s = "a /**/ b";
                    a.c  | #define A 1~int b;                | #define A 1 int b;
                    a.py | if x:~    y = 1~z = 2             | if x:~    y = 1~    z = 2
                    a.py | s = "#1"                          | s = "#2"
                    """)
    void what_a_compiler_tells_apart_is_told_apart(String path, String one, String other) {
        assertThat(fingerprint(path, one)).isNotEqualTo(fingerprint(path, other));
    }

    private static String fingerprint(String path, String text) {
        return PlainText.fingerprint(new TreeMap<>(Map.of(path, text.replace("~", "\n"))));
    }
}
