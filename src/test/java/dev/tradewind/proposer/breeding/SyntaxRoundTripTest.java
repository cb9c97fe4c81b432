package dev.tradewind.proposer.breeding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.program.Program;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reading a region and writing it back gives the same class file, whatever stands in it.
final class SyntaxRoundTripTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double f(int a, int b) { return a - (b - a) - b; }",
                "double f(int a, int b) { return (a - b) - (a + b) * -a / (b / (a * b)); }",
                "int f(int a, int b) { return a % b * (a / b) - -a - (-b) - -(-3); }",
                "int f(int a) { return -(a + 1) + -a * -5; }",
                "int f(int a, int b) { return a << 2 >> (b & 3) ^ a | b & ~a; }",
                "int f(int a, int b) { return a >>> 2 << b; }",
                "long f(long a, int b) { return (a << b) + (a ^ b) * 3L - 0x1FL; }",
                "float f(float a, int b, long c) { return a * b / c - 1.5f + 2F; }",
                "double f(int a, float b, long c) { return (double) a / 3 + (int) b * (long) (c / a); }",
                "double f(int a) { return (int) -a + (double) (a + 1) / 2; }",
                "int f(double a) { return (int) (a * 1e-3) + (int) Math.floor(a) + (int) 1_000.5; }",
                "int f(int a, int b) { return a > b ? a : b > 3 ? b + 1 : -1; }",
                "int f(int a, int b) { return (a > b ? a : b) > 3 ? (a < 1 ? 2 : 3) : b; }",
                "boolean f(int a, double b) { return !(a < b) && (a == 1 || b != 2 && !(b >= a)); }",
                "boolean f(boolean a, boolean b) { return a == b ^ !a & b | a; }",
                "double f(double x) { return Math.pow(Math.abs(x), 1.5) + Math.hypot(x, Math.PI); }",
                "double f(double x) { return Math.max(x, 1) + Math.min(2, -x) + Math.fma(x, x, 1); }",
                "int f() { return Integer.MAX_VALUE - Integer.MIN_VALUE; }",
                "double f(double x) { return x > Double.MAX_VALUE ? Double.NaN : 1.0 / -0.0; }",
                "int f(int[] a, int i) { return a[i] + a[a.length - 1] + a[a[0]]; }",
                "int f(int[][] a, int i) { return a[i][i + 1] * a[Math.floorMod(i, a.length)].length; }",
                "int f(int[] a, int i) { return a[Math.floorMod(i - 1, a.length)]; }",
                "void f(double[] a) { for (int i = 0; i < a.length; i++) { a[i] += i; a[0]--; } }",
                "int f(int n) { int s = 0; for (int i = n; i > 0; i -= 2) s += i; return s; }",
                "int f(int n) { int s = 0, t = 1; while (s < n) { s += t; t *= 2; } return s; }",
                "int f(int[] a) { int s = 0; for (int x : a) { if (x < 0) continue; s += x; } return s; }",
                "int f(int n) { if (n < 0) return -1; else if (n == 0) { return 0; } else { return 1; } }",
                "int f(int n) { int s = 0; while (true) { if (s > n) break; s += 3; } return s; }",
                "int f(int n) { for (;;) { if (n-- < 0) return n; } }",
                "int f(int n) { do { n /= 2; } while (n > 10); return n; }",
                "int f(int n) { switch (n) { case 1: return 2; default: return 3; } }",
                "int f(int n) { return switch (n) { case 1 -> 2; default -> n + 1; }; }",
                "double[] f(int n) { double[] a = new double[n]; double[] b = {1, 2}; a[0] = b[1]; return a; }",
                "int f(int n) { final int m = n * 2; var k = m + 1L; return (int) k; }",
                "int f(int n) { int m; if (n > 1) { m = 1; } else { m = 2; } { int q = m; n += q; } return n; }",
                "String f(int n) { return \"a\" + n + (n + 1); }",
                "int f(String s) { int n = s.length(); return n > 0 ? s.charAt(n - 1) : 'x'; }",
                "int f(int n) { int k = n++ + ++n; k = n = 3; return k; }",
                "int f(int n) { Runnable r = () -> { int m = 1; }; r.run(); return n; }",
                "int f(int... n) { int k = 0; for (int x : n) k += x; return k; }",
                "char f(char c, byte b, short s) { c += 1; return (char) (c + b * s); }",
                "long f(int a) { long x = a; x += 1.5; x -= a; x %= 7; return x / 2; }",
                "int f(int a) { if (a > 0) ; else a = 1; ; return a; }",
                "int f(int a) { throw new IllegalStateException(); }",
                "int f(int a) { try { return 1 / a; } catch (ArithmeticException e) { return 0; } }",
                "int f(int a) { return 0b101 + 017 + 1_000 + a; }",
            })
    void a_method_read_and_written_compiles_to_the_same_class(String method) {
        sameClass(Seeds.method(method));
    }

    @ParameterizedTest
    @EnumSource
    void a_seed_read_and_written_compiles_to_the_same_class(Seeds seed) {
        sameClass(seed.text());
    }

    private static void sameClass(String text) {
        Program program = Program.of("Rule.java", text);
        String written = written(SyntaxReader.read(program));
        assertThat(Javac.bytes(written)).as(written).isEqualTo(Javac.bytes(text));
    }

    /// All bodies rendered, also those that did not change.
    private static String written(Source source) {
        String text = source.program().text("Rule.java");
        for (Body body : source.bodies().reversed()) {
            text =
                    text.substring(0, body.place().start())
                            + Renderer.render(body.place(), body.tree())
                            + text.substring(body.place().end());
        }
        return text;
    }
}
