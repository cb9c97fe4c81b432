package kernels.lowering;

import java.util.ArrayList;
import java.util.List;

/// Powers of two of a vector: a polynomial for the fraction, the exponent set by bits.
///
/// The polynomial meets 2^x at the Chebyshev points of an interval of length one, which is within a
/// third of the least error there is. Its relative error is the same whichever interval of that
/// length: 4e-6, 2e-7 and 1e-8 for degrees 4, 5 and 6, the last below what floats resolve.
public record Exponential(int degree) {

    /// Coefficients, constant first, of the polynomial on [low, low + 1].
    public List<Double> coefficients(double low) {
        int points = degree + 1;
        double[] at = new double[points];
        double[] divided = new double[points];
        for (int i = 0; i < points; i++) {
            at[i] = low + 0.5 + 0.5 * Math.cos(Math.PI * (i + 0.5) / points);
            divided[i] = Math.pow(2, at[i]);
        }
        for (int order = 1; order < points; order++) {
            for (int i = points - 1; i >= order; i--) {
                divided[i] = (divided[i] - divided[i - 1]) / (at[i] - at[i - order]);
            }
        }
        return expanded(at, divided);
    }

    /// From Newton's form to powers of x.
    private static List<Double> expanded(double[] at, double[] divided) {
        List<Double> sum = new ArrayList<>(List.of(divided[divided.length - 1]));
        for (int i = divided.length - 2; i >= 0; i--) {
            sum.addFirst(0.0);
            for (int power = 0; power < sum.size() - 1; power++) {
                sum.set(power, sum.get(power) - at[i] * sum.get(power + 1));
            }
            sum.set(0, sum.getFirst() + divided[i]);
        }
        return sum;
    }

    /// Adds a function of a vector: 2^x, and what is next to it for x beyond -126 and 127.
    ///
    /// @param scalef by instructions of AVX-512, where there are such and vectors are as wide
    public void define(Code code, String name, boolean scalef) {
        if (!scalef) {
            portable(code, name);
            return;
        }
        code.add("#if defined(__AVX512DQ__)");
        code.add("/* 2^x: a fraction in [0, 1) by reduce, its exponent by scalef. */");
        code.add("INLINE vec %s(vec x) {", name);
        code.add("const vec f = (vec)_mm512_reduce_ps((__m512)x, _MM_FROUND_TO_NEG_INF);");
        polynomial(code, 0);
        code.add("return (vec)_mm512_scalef_ps((__m512)p, (__m512)x);").add("}");
        code.add("#else");
        portable(code, name);
        code.add("#endif");
    }

    private void portable(Code code, String name) {
        code.add("/* 2^x: adding 1.5 x 2^23 rounds to a whole number, left in the low bits. */");
        code.add("INLINE vec %s(vec x) {", name);
        code.add("x = -greater(-greater(x, splat(-126.0f)), splat(-127.0f));");
        code.add("const vec shifted = x + 12582912.0f;");
        code.add("const vec f = x - (shifted - 12582912.0f);");
        polynomial(code, -0.5);
        code.add("return (vec)((ivec)p + ((ivec)shifted << 23));").add("}");
    }

    private void polynomial(Code code, double low) {
        List<Double> coefficients = coefficients(low).reversed();
        code.add("vec p = splat(%sf);", (float) (double) coefficients.getFirst());
        for (double next : coefficients.subList(1, coefficients.size())) {
            code.add("p = p * f + %sf;", (float) next);
        }
    }
}
