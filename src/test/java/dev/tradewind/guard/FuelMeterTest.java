package dev.tradewind.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradewind.sandbox.Fuel;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// Whatever goes round pays, and what pays is still what the virtual machine accepts.
class FuelMeterTest {

    private static final long FUEL = 100_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) { xs[0]++; }",
                "do { xs[0]++; } while (xs[0] == xs[0]); return xs;",
                "for (;;) { }",
                "for (int i = 0; i < 10; i += 0) { xs[0]--; } return xs;",
                "a: while (true) { b: while (true) { continue a; } }",
                "while (true) { try { while (true) { xs[0]++; } } finally { continue; } }",
                "while (true) { try { while (true) { xs[0]++; } } finally { break; } } return xs;",
                "while (true) { try { new Made(1); } finally { continue; } }",
                "while (true) { try { xs = new double[99]; } finally { continue; } }",
                "while (true) { try { throw new RuntimeException(); } catch (RuntimeException e) { } }",
                "int s = 0; while (true) { switch (s) { case 0: s = 1; continue; case 1: s = 0; continue;"
                        + " default: s = 2; } }",
                "int s = 0; while (true) { s = switch (s) { case 900 -> 1; case 1 -> 5; default -> 900; }; }",
                "IntUnaryOperator f = x -> { while (x >= 0) { x ^= 1; } return x; };"
                        + " f.applyAsInt(3); return xs;",
                "return IntStream.iterate(0, i -> true, i -> i).asDoubleStream().toArray();",
                "new Endless(); return xs;",
                "new Made(3).loop(); return xs;",
                "return new double[] {new Told(1).n()};",
                "ping(40); return xs;",
                "return twice();",
                "List<Integer> all = new ArrayList<>(); for (Integer i : (Iterable<Integer>) () -> new It())"
                        + " { } return xs;",
                "double[][] kept = new double[1000][]; for (int i = 0; ; i++) { kept[i % 9] = new double[9000]; }",
                "for (;;) { int[][] a = new int[300][300]; xs[0] += a.length; }",
                "return new double[Integer.MAX_VALUE];",
                "Object o = new double[3000][3000][0]; return xs;",
                "Object o = new int[70000][70000]; return xs;",
            })
    void what_never_ends_runs_out_of_fuel(String body) {
        Loaded loaded = new Loaded(Programs.safe(endless(body)).classes());

        assertThatExceptionOfType(Fuel.Exhausted.class).isThrownBy(() -> loaded.answer(FUEL, 1, 2));
        assertThat(Fuel.exhausted()).isTrue();
    }

    private static String endless(String body) {
        return Programs.rule(
                body,
                """
                static class Endless { static { int x = 1; while (x >= 0) { x ^= 2; } } }
                static class Made { Made(int n) { while (n > 0) { n ^= 4; } } void loop() {} }
                record Told(int n) { public int n() { while (true) { } } }
                static class It implements Iterator<Integer> {
                    public boolean hasNext() { return true; }
                    public Integer next() { return 1; }
                }
                static void ping(int n) { if (n > 0) { pong(n - 1); pong(n - 1); } }
                static void pong(int n) { if (n > 0) { ping(n - 1); ping(n - 1); } }
                static double[] twice() { try { return twice(); } finally { twice(); } }
                """);
    }

    @Test
    void swallowing_the_end_of_fuel_does_not_hide_it() {
        String body = "while (true) { try { new Endless(); } finally { break; } } return xs;";
        String members = "static class Endless { Endless() { while (true) { } } }";

        assertThat(
                        new Loaded(Programs.safe(Programs.rule(body, members)).classes())
                                .answer(FUEL, 4))
                .containsExactly(4);
        assertThat(Fuel.exhausted()).isTrue();
    }

    @Test
    void the_same_steps_are_counted_each_time() {
        String body = "double s = 0; for (int i = 0; i < 1000; i++) { s += i; } return xs;";
        Loaded loaded = new Loaded(Programs.safe(Programs.rule(body)).classes());

        loaded.answer(FUEL, 1);
        long first = Fuel.spent();
        loaded.answer(FUEL, 1);

        assertThat(Fuel.spent()).isEqualTo(first).isEqualTo(2 + 1000);
    }

    @Test
    void arrays_of_arrays_pay_for_every_dimension() {
        String body = "Object o = new long[10][20][30]; return xs;";

        new Loaded(Programs.safe(Programs.rule(body)).classes()).answer(FUEL, 1);

        assertThat(Fuel.spent()).isEqualTo(2 + 10 / 8 + 1 + 200 / 8 + 1 + 6000 / 8 + 1);
    }

    @Test
    void negative_lengths_stay_negative() {
        String body =
                "try { Object o = new int[3][-1]; return null; }"
                        + " catch (NegativeArraySizeException e) { return xs; }";

        assertThat(new Loaded(Programs.safe(Programs.rule(body)).classes()).answer(FUEL, 7))
                .containsExactly(7);
    }

    /// Loops in loops of every kind, around statements of every kind. Some are too much for javac:
    /// it fails on a `try` in a switch expression that is an operand of `+=`.
    @Property(tries = 25)
    void random_loops_verify_and_answer_the_same(@ForAll("bodies") String body) {
        String source =
                Programs.rule(
                        "int n = 0; double s = 0; long h = 7; "
                                + body
                                + " return new double[] {s, n, h};");
        Assume.that(Programs.compiles(source));
        double[] plain = new Loaded(Programs.compile(source)).answer(FUEL, 3, 1, 2);
        Loaded metered = new Loaded(Programs.safe(source).classes());
        metered.link();

        assertThat(metered.answer(50_000_000, 3, 1, 2)).isEqualTo(plain);
    }

    @Provide
    Arbitrary<String> bodies() {
        return block(3);
    }

    private static Arbitrary<String> block(int depth) {
        return statement(depth).list().ofMinSize(1).ofMaxSize(3).map(all -> String.join(" ", all));
    }

    private static Arbitrary<String> statement(int depth) {
        Arbitrary<String> simple =
                Arbitraries.of(
                        "s += n;",
                        "h ^= h << 5;",
                        "n++;",
                        "s += new int[n & 7].length;",
                        "s += new double[n & 3][2].length;",
                        "s += Arrays.stream(xs).map(x -> x + 1).sum();",
                        "if (n % 3 == 0) { h += n; } else { s -= 1; }",
                        "{ final int m = n; IntSupplier f = () -> { int t = 0;"
                                + " while (t < (m & 3)) { t++; } return t; }; s += f.getAsInt(); }");
        if (depth == 0) {
            return simple;
        }
        Arbitrary<String> around =
                Arbitraries.of(
                                "for (int iD = 0; iD < 4; iD++) { BODY }",
                                "{ int iD = 0; while (iD++ < 3) { BODY } }",
                                "{ int iD = 3; do { BODY } while (--iD > 0); }",
                                "oD: for (int iD = 0; iD < 3; iD++) { for (;;) { BODY continue oD; } }",
                                "for (double xD : xs) { BODY s += xD; }",
                                "for (int iD = 0; iD < 3; iD++) { try { BODY if (n % 2 == 0) {"
                                        + " throw new RuntimeException(); } } catch (RuntimeException e)"
                                        + " { n += 3; } finally { n++; } }",
                                "switch (n & 3) { case 0: { BODY } case 1: { BODY break; } default: s++; }",
                                "s += Math.max(n, switch (n & 1) { case 0 -> 2; default -> {"
                                        + " int iD = 0; while (iD < 2) { iD++; BODY } yield iD; } });",
                                "s += new StringBuilder(switch (n & 1) { case 0 -> \"a\"; default -> {"
                                        + " for (int iD = 0; iD < 2; iD++) { BODY } yield \"b\"; } }).length();")
                        .flatMap(frame -> block(depth - 1).map(body -> framed(frame, body, depth)));
        return Arbitraries.oneOf(List.of(simple, around));
    }

    private static String framed(String frame, String body, int depth) {
        return frame.replace("iD", "i" + depth)
                .replace("oD", "o" + depth)
                .replace("xD", "x" + depth)
                .replace("BODY", body);
    }
}
