package dev.tradewind.guard;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

    private static final String PROGRAM =
            """
            import rules.Rule;
            import java.util.stream.IntStream;

            public final class Heuristic implements Rule {
                private static final double WEIGHT = 2.5;
                private int calls;

                static final class Bin {
                    double left;
                    Bin(double left) { this.left = left; }
                    private double score(double x) { return left - x; }
                }

                interface Shape { }
                record Box(double side, String label) implements Shape {}

                private static double helper(double x) {
                    return IntStream.range(0, 3).mapToDouble(i -> i * x).sum();
                }

                @Override
                public double[] at(double[] xs) {
                    Bin bin = new Bin(WEIGHT);
                    Object box = new Box(2, "box");
                    for (int i = 0; i < xs.length; i++) {
                        xs[i] = helper(xs[i]) + bin.score(calls);
                    }
                    return box instanceof Box(double side, String label) ? xs : null;
                }
            }
            """;

    private static String fingerprint(String source) {
        return Programs.safe(source).fingerprint();
    }

    @Test
    void a_program_has_the_same_fingerprint_whenever_it_is_compiled() {
        assertThat(fingerprint(PROGRAM)).isEqualTo(fingerprint(PROGRAM)).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @CsvSource({
        "helper, assistant",
        "calls, count",
        "WEIGHT, AAA",
        "Bin, Zoo",
        "Bin, Abc",
        "Shape, Aaa",
        "Box, Carton",
        "score, value",
        "xs, values",
        "i <, i  <",
        "'double side, String label)) ?', 'double a, String b)) ?'",
        "'bin ', 'tub '",
        "'    ', ''",
        "'{', '{ /* a comment */'",
        "static final class, static class",
        "private int, int",
    })
    void names_and_layout_do_not_matter(String from, String to) {
        String other =
                PROGRAM.replace(from, to).replace("bin.", to.equals("tub ") ? "tub." : "bin.");

        assertThat(fingerprint(other)).isEqualTo(fingerprint(PROGRAM));
    }

    @ParameterizedTest
    @CsvSource({
        "2.5, 2.25",
        "i * x, i + x",
        "'range(0, 3)', 'range(1, 3)'",
        "range, rangeClosed",
        "left - x, x - left",
        "? xs : null, ? null : xs",
        "private int calls;, private long calls;",
        "i++, i += 2",
        "'new Box(2, \"box\")', 'new Box(2, \"ball\")'",
        "instanceof Box(, instanceof Box Q && Q instanceof Box(",
        "implements Shape, ''",
    })
    void what_is_computed_matters(String from, String to) {
        assertThat(fingerprint(PROGRAM.replace(from, to))).isNotEqualTo(fingerprint(PROGRAM));
    }

    @Property(tries = 30)
    void names_of_locals_never_matter(
            @ForAll @AlphaChars @StringLength(min = 1, max = 8) String name,
            @ForAll @IntRange(max = 9) int blanks) {
        String source =
                Programs.rule("double LOCAL = xs[0]; LOCAL *= 2; return new double[] {LOCAL};");
        String other = source.replace("LOCAL", "v_" + name).replace(";", ";" + " ".repeat(blanks));

        assertThat(fingerprint(other)).isEqualTo(fingerprint(source));
    }

    @Property(tries = 30)
    void other_constants_always_matter(@ForAll int one, @ForAll int other) {
        String a = fingerprint(Programs.rule("xs[0] += " + one + "; return xs;"));
        String b = fingerprint(Programs.rule("xs[0] += " + other + "; return xs;"));

        assertThat(a.equals(b)).isEqualTo(one == other);
    }
}
