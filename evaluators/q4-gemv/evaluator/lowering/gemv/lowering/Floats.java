package gemv.lowering;

import kernels.lowering.Choice;
import kernels.lowering.Code;
import kernels.lowering.Vectors;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Weights unpacked to floats.
record Floats(Choice choice) {

    void head(Code code) {
        new Vectors(16).define(code, "y = W x with 4-bit weights.", choice);
        code.add(
                """

                enum {
                BLOCK = 32, /* weights to a block: the lower halves of its bytes, then the upper */
                BYTES = 18  /* a half-precision scale, then 16 bytes of two weights each */
                };

                INLINE void fetch(const uint8_t *w, int64_t ahead) {
                __builtin_prefetch((const void *)((uintptr_t)w + (uintptr_t)ahead));
                }

                typedef uint8_t bytes16 __attribute__((vector_size(16), aligned(1), may_alias));

                INLINE float scale(const uint8_t *block) {
                _Float16 half;
                memcpy(&half, block, sizeof half);
                return (float)half;
                }

                /* The sixteen bytes of a block, each in a lane of its own. */
                INLINE ivec widened(const uint8_t *block) {
                #if defined(__AVX512F__)
                return (ivec)_mm512_cvtepu8_epi32(_mm_loadu_si128((const __m128i *)(block + 2)));
                #else
                return __builtin_convertvector(*(const bytes16 *)(block + 2), ivec);
                #endif
                }

                INLINE float total(vec x) {
                #if defined(__AVX512F__)
                return _mm512_reduce_add_ps((__m512)x);
                #else
                float sum = 0.0f;
                for (int i = 0; i < VW; ++i) {
                sum += x[i];
                }
                return sum;
                #endif
                }

                static const vec LEVELS = {-8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7};
                """);
        weights(code);
    }

    private void weights(Code code) {
        boolean lookup = choice.of("UNPACK") != 1;
        code.add("");
        code.add(
                "/* Weights by the low four bits of lanes; levels are -8 .. 7 times something. */");
        code.add("INLINE vec weights(ivec q, vec levels) {");
        if (lookup) {
            code.add("#if defined(__AVX512F__)");
            code.add("return (vec)_mm512_permutexvar_ps((__m512i)q, (__m512)levels);");
            code.add("#else");
        }
        code.add(
                "return (__builtin_convertvector(q & 15, vec) - 8.0f) * levels[15] * (1.0f / 7.0f);");
        if (lookup) {
            code.add("#endif");
        }
        code.add("}");
    }

    void define(Code code) {
        rows(code, choice.of("ROWS"));
        if (choice.of("ROWS") > 1) {
            rows(code, 1);
        }
        code.add(
                """

                static void in_floats(int64_t M, int64_t K, const uint8_t *W, const float *x, float *y) {
                const int64_t row = K / BLOCK * BYTES;
                int64_t i = 0;
                """);
        for (int rows : choice.of("ROWS") > 1 ? new int[] {choice.of("ROWS"), 1} : new int[] {1}) {
            code.add("for (; i + %d <= M; i += %d) {", rows, rows);
            code.add("dot_%d(K / BLOCK, W + i * row, x, y + i);", rows).add("}");
        }
        code.add("}");
    }

    private void rows(Code code, int rows) {
        int sums = choice.of("SUMS");
        code.add("")
                .add(
                        "INLINE void dot_%d(int64_t blocks, const uint8_t *w, const float *x, float *y) {",
                        rows);
        code.add("const int64_t row = blocks * BYTES;").add("int64_t b = 0;");
        for (int row = 0; row < rows; row++) {
            int r = row;
            code.add("vec %s;", each(sums, s -> "sum%d_%d = {0}".formatted(r, s), ", "));
        }
        if (sums > 1) {
            code.add("for (; b + %d <= blocks; b += %d) {", sums, sums);
            for (int sum = 0; sum < sums; sum++) {
                step(code, rows, sum);
            }
            code.add("}");
        }
        code.add("#pragma GCC unroll %d", sums > 1 ? 1 : choice.of("UB"));
        code.add("for (; b < blocks; ++b) {");
        step(code, rows, 0);
        code.add("}");
        for (int row = 0; row < rows; row++) {
            int r = row;
            code.add("y[%d] = total(%s);", row, each(sums, s -> "sum%d_%d".formatted(r, s), " + "));
        }
        code.add("}");
    }

    private static String each(
            int count, java.util.function.IntFunction<String> one, String between) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(between));
    }

    private void step(Code code, int rows, int sum) {
        code.add("{");
        code.add("const vec low = load(x + (b + %d) * BLOCK);", sum);
        code.add("const vec high = load(x + (b + %d) * BLOCK + VW);", sum);
        for (int row = 0; row < rows; row++) {
            code.add("{");
            code.add("const uint8_t *const block = w + %d * row + (b + %d) * BYTES;", row, sum);
            if (choice.on("PF")) {
                code.add("fetch(block, %s);", ahead(choice));
            }
            code.add("const ivec q = widened(block);");
            if (choice.on("SCALE") && choice.of("UNPACK") == 0) {
                code.add("const vec levels = LEVELS * scale(block);");
                code.add("sum%d_%d += weights(q, levels) * low;", row, sum);
                code.add("sum%d_%d += weights(q >> 4, levels) * high;", row, sum);
            } else {
                code.add(
                        "const vec part = weights(q, LEVELS) * low + weights(q >> 4, LEVELS) * high;");
                code.add("sum%d_%d += part * scale(block);", row, sum);
            }
            code.add("}");
        }
        code.add("}");
    }

    /// How far ahead of what is read something is fetched, in bytes, in C.
    static String ahead(Choice choice) {
        int ahead = choice.of("PF");
        return ahead == 1 ? "%d * row".formatted(choice.of("ROWS")) : Integer.toString(ahead);
    }

    void entry(Code code) {
        code.add(
                """

                int tw_gemv4(int64_t M, int64_t K, const uint8_t *W, const float *x, float *y,
                void *scratch, size_t bytes) {
                (void)scratch;
                (void)bytes;
                in_floats(M, K, W, x, y);
                return 0;
                }
                """);
    }
}
