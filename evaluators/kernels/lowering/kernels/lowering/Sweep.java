package kernels.lowering;

/// Goes along some rows of a matrix at once: many vectors a step, then one, then what is left.
///
/// @param rows at once
/// @param vectors of each row in a step
public record Sweep(int rows, int vectors) {

    /// What is done with a vector.
    @FunctionalInterface
    public interface Body {

        /// C for one vector of a row.
        ///
        /// @param vector of the step, from 0, so that each can have an accumulator
        /// @param from C expression of what `c` columns into a row is `vector` vectors on
        String of(int row, int vector, String from);
    }

    /// Adds the functions that [#add] needs.
    public static void define(Code code) {
        code.add(
                """

                /* What is left of a row, the other lanes filled up. */
                INLINE vec load_some(const float *from, int64_t count, float fill) {
                float all[VW];
                for (int64_t i = 0; i < VW; ++i) {
                all[i] = i < count ? from[i] : fill;
                }
                return load(all);
                }

                INLINE void store_some(float *to, int64_t count, vec x) {
                for (int64_t i = 0; i < count; ++i) {
                to[i] = x[i];
                }
                }
                """);
    }

    /// Adds loops that read X, with `x` the vector at hand.
    ///
    /// @param fill for lanes beyond the end of a row
    /// @param body may use `x`, `LOAD(from)` of what lies beside it and, to write, `STORE(to, x)`
    public void add(Code code, String fill, Body body) {
        code.add("c = 0;");
        code.add("for (; c + %d * VW <= C; c += %d * VW) {", vectors, vectors);
        for (int vector = 0; vector < vectors; vector++) {
            step(code, vector, body);
        }
        code.add("}");
        code.add("for (; c + VW <= C; c += VW) {");
        step(code, 0, body);
        code.add("}");
        code.add("if (c < C) {");
        for (int row = 0; row < rows; row++) {
            code.add("{");
            code.add("const vec x = load_some(X + %d * C + c, C - c, %s);", row, fill);
            code.add("%s", ending(body.of(row, 0, "%d * C + c".formatted(row))));
            code.add("}");
        }
        code.add("}");
    }

    private static String ending(String body) {
        return body.replace("STORE(", "SOME(").replace("LOAD(", "LOAD_SOME(");
    }

    private void step(Code code, int vector, Body body) {
        for (int row = 0; row < rows; row++) {
            String from = "%d * C + c + %d * VW".formatted(row, vector);
            code.add("{").add("const vec x = load(X + %s);", from);
            code.add("%s", body.of(row, vector, from)).add("}");
        }
    }
}
