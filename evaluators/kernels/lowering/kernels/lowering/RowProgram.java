package kernels.lowering;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What programs over the rows of a matrix have in common.
///
/// | knob | meaning |
/// |---|---|
/// | VW | floats to a vector |
/// | ROWS | rows at once |
/// | UV | vectors of each in a step, each with a sum of its own |
/// | STREAM | 1: outputs go past the caches, which saves reading what is overwritten |
public record RowProgram(Choice choice) {

    /// The vectors and helpers.
    public void head(Code code, String title) {
        new Vectors(choice.of("VW")).define(code, title, choice);
        Sweep.define(code);
        code.add(
                """

                INLINE float total(vec x) {
                float sum = 0.0f;
                for (int i = 0; i < VW; ++i) {
                sum += x[i];
                }
                return sum;
                }

                INLINE float greatest(vec x) {
                float most = x[0];
                for (int i = 1; i < VW; ++i) {
                most = x[i] > most ? x[i] : most;
                }
                return most;
                }

                /* To where vectors are aligned, past the caches. */
                INLINE void stream(float *to, vec x) {
                """);
        past(code);
        code.add("store(to, x);").add("}");
        code.add("");
        code.add("#define STORE(to, x) %s", choice.on("STREAM") ? "stream(to, x)" : "store(to, x)");
        code.add("#define LOAD(from) load(from)");
        code.add("#define LOAD_SOME(from) load_some(from, C - c, 0.0f)");
        code.add("#define SOME(to, x) store_some(to, C - c, x)");
    }

    private void past(Code code) {
        boolean wide = choice.of("VW") == 16;
        code.add("#if defined(%s)", wide ? "__AVX512F__" : "__AVX__");
        code.add("if (((uintptr_t)to & (4 * VW - 1)) == 0) {");
        code.add("_mm%s_stream_ps(to, (__m%s)x);", wide ? "512" : "256", wide ? "512" : "256");
        code.add("return;").add("}");
        code.add("#endif");
    }

    public Sweep sweep(int rows) {
        return new Sweep(rows, choice.of("UV"));
    }

    /// Declares accumulators, `name` followed by row and vector.
    public void declare(Code code, int rows, String name, String start) {
        for (int row = 0; row < rows; row++) {
            int r = row;
            code.add("vec %s;", each(v -> "%s%d_%d = %s".formatted(name, r, v, start), ", "));
        }
    }

    /// C for the sum of a row's accumulators.
    public String sum(String name, int row) {
        return each(v -> "%s%d_%d".formatted(name, row, v), " + ");
    }

    /// C for the greatest of a row's accumulators.
    public String most(String name, int row) {
        String most = "%s%d_0".formatted(name, row);
        for (int vector = 1; vector < choice.of("UV"); vector++) {
            most = "greater(%s, %s%d_%d)".formatted(most, name, row, vector);
        }
        return most;
    }

    private String each(java.util.function.IntFunction<String> one, String between) {
        return IntStream.range(0, choice.of("UV")).mapToObj(one).collect(Collectors.joining(between));
    }

    /// The entry point: functions `rows_N` of X, Y, C and what else, for ROWS rows and for one.
    ///
    /// @param op the only operation that this program knows
    public void entry(Code code, int op) {
        code.add(
                """

                int tw_rows(int op, int64_t R, int64_t C, const float *X, const float *g, float *Y,
                void *scratch, size_t bytes) {
                (void)scratch;
                (void)bytes;
                int64_t i = 0;
                """);
        code.add("if (op != %d) {", op).add("return 1;").add("}");
        int most = choice.of("ROWS");
        for (int rows : most > 1 ? new int[] {most, 1} : new int[] {1}) {
            code.add("for (; i + %d <= R; i += %d) {", rows, rows);
            code.add("rows_%d(C, X + i * C, g, Y + i * C);", rows).add("}");
        }
        if (choice.on("STREAM")) {
            code.add("_mm_sfence();");
        }
        code.add("return 0;").add("}");
    }

    /// Opens a function for some rows.
    public void open(Code code, int rows) {
        code.add("");
        code.add("INLINE void rows_%d(int64_t C, const float *X, const float *g, float *Y) {", rows);
        code.add("int64_t c;");
    }
}
