package attention.lowering;

import kernels.lowering.Code;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Turns rows into lanes and back, VW by VW, by exchanging halves, quarters and so on of vectors.
record Transposition(int width) {

    void define(Code code) {
        code.add("")
                .add("/* Transposes in registers, exchanging ever larger parts of two rows. */");
        code.add("INLINE void transpose(vec x[VW]) {");
        for (int step = 1; step < width; step *= 2) {
            code.add("#pragma GCC unroll %d", width);
            code.add("for (int i = 0; i < VW; ++i) {");
            code.add("if (!(i & %d)) {", step);
            code.add("const vec low = x[i], high = x[i + %d];", step);
            code.add("x[i] = __builtin_shuffle(low, high, (ivec){%s});", lanes(step, false));
            code.add(
                    "x[i + %d] = __builtin_shuffle(low, high, (ivec){%s});",
                    step, lanes(step, true));
            code.add("}").add("}");
        }
        code.add("}");
        code.add(
                """

                /* Rows of floats, rows apart by from_row, as lanes of vectors to_row floats apart. */
                static void turn(float *to, int64_t to_row, const float *from, int64_t from_row,
                int64_t rows, int64_t columns, float scale) {
                int64_t c = 0;
                for (; rows == VW && c + VW <= columns; c += VW) {
                vec x[VW];
                for (int i = 0; i < VW; ++i) {
                x[i] = load(from + i * from_row + c) * scale;
                }
                transpose(x);
                for (int i = 0; i < VW; ++i) {
                store(to + (c + i) * to_row, x[i]);
                }
                }
                for (; c < columns; ++c) {
                for (int64_t i = 0; i < VW; ++i) {
                to[c * to_row + i] = i < rows ? from[i * from_row + c] * scale : 0.0f;
                }
                }
                }

                /* The way back, each lane times its factor. */
                static void turn_back(float *to, int64_t to_row, const float *from, int64_t from_row,
                int64_t rows, int64_t columns, vec factor) {
                int64_t c = 0;
                for (; rows == VW && c + VW <= columns; c += VW) {
                vec x[VW];
                for (int i = 0; i < VW; ++i) {
                x[i] = load(from + (c + i) * from_row) * factor;
                }
                transpose(x);
                for (int i = 0; i < VW; ++i) {
                store(to + i * to_row + c, x[i]);
                }
                }
                for (; c < columns; ++c) {
                for (int64_t i = 0; i < rows; ++i) {
                to[i * to_row + c] = from[c * from_row + i] * factor[i];
                }
                }
                }
                """);
    }

    private String lanes(int step, boolean upper) {
        return IntStream.range(0, width)
                .map(lane -> lane(lane, step, upper))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
    }

    private int lane(int lane, int step, boolean upper) {
        boolean second = (lane & step) != 0;
        if (upper) {
            return second ? width + lane : lane + step;
        }
        return second ? width + lane - step : lane;
    }
}
