package gemv.lowering;

import kernels.lowering.Choice;
import kernels.lowering.Code;

import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Byte dot products over the stream of weights as it lies in memory.
///
/// @param numbers what becomes of x
record Digits(Choice choice, Numbers numbers) {

    /// 32 blocks are nine vectors of 64 bytes, after which the places of the scales repeat.
    private static final int PERIOD = 9;

    private static final int LANES = 16;
    private static final int BYTES = 18;

    void define(Code code) {
        code.add("");
        code.add(
                "#if defined(__AVX512VNNI__) && defined(__AVX512BW__) && defined(__AVX512DQ__)%s%s",
                choice.on("AFFINE") ? " && defined(__GFNI__)" : "",
                choice.on("PICK") ? " && defined(__AVX512VBMI__)" : "");
        head(code);
        new Preparation(numbers).define(code);
        scales(code);
        sums(code);
        rows(code, 1);
        if (choice.of("ROWS") > 1) {
            rows(code, choice.of("ROWS"));
        }
        entry(code);
        code.add("").add("#else");
        new Floats(choice).entry(code);
        code.add("").add("#endif");
    }

    private void head(Code code) {
        code.add(
                """

                /* 32 blocks are nine vectors; all repeats after that. */
                enum { TURN = 32, PERIOD = 9 };

                INLINE int64_t vectors(int64_t blocks) {
                return (blocks * BYTES + 63) / 64;
                }
                """);
        code.add("");
        code.add("/* The block, of 32, that a lane of four bytes belongs to. */");
        table(code, "int32_t OWNER[PERIOD][16]", LANES, lane -> lane * 4 / BYTES);
        if (choice.on("PICK")) {
            code.add("");
            code.add(
                    "/* Where in its vector the bytes of 32 scales are, and which vector's they are. */");
            table(code, "uint8_t PLACE[1][64]", 64, place -> (place / 2 * BYTES + place % 2) % 64);
            code.add("static const uint64_t OWN[PERIOD] = {");
            for (int vector = 0; vector < PERIOD; vector++) {
                code.add("0x%016x,", own(vector));
            }
            code.add("};");
        }
    }

    private static void table(Code code, String name, int width, IntUnaryOperator entry) {
        int rows = name.contains("PERIOD") ? PERIOD : 1;
        code.add("static const %s = {", name);
        for (int row = 0; row < rows; row++) {
            code.add(
                    "{%s},",
                    IntStream.range(row * width, (row + 1) * width)
                            .map(entry)
                            .mapToObj(Integer::toString)
                            .collect(Collectors.joining(", ")));
        }
        code.add("};");
    }

    private static long own(int vector) {
        return IntStream.range(0, 64)
                .filter(place -> place / 2 * BYTES / 64 == vector)
                .mapToLong(place -> 1L << place)
                .sum();
    }

    private void scales(Code code) {
        if (choice.on("PICK")) {
            code.add(
                    """

                    /* The scales of 32 blocks, in halves. */
                    INLINE __m512i found(const uint8_t *w) {
                    const __m512i place = _mm512_loadu_si512(PLACE);
                    __m512i found = _mm512_setzero_si512();
                    #pragma GCC unroll 9
                    for (int v = 0; v < PERIOD; ++v) {
                    const __m512i bytes = _mm512_loadu_si512(w + v * 64);
                    found = _mm512_mask_permutexvar_epi8(found, OWN[v], place, bytes);
                    }
                    return found;
                    }
                    """);
        } else {
            code.add(
                    """

                    /* The scales of 32 blocks, in halves. */
                    INLINE __m512i found(const uint8_t *w) {
                    const __m512i apart = _mm512_mullo_epi32(
                    _mm512_set1_epi32(BYTES),
                    _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
                    const __m512i low = _mm512_i32gather_epi32(apart, w, 1);
                    const __m512i high = _mm512_i32gather_epi32(apart, w + 16 * BYTES, 1);
                    return _mm512_inserti64x4(_mm512_castsi256_si512(_mm512_cvtepi32_epi16(low)),
                    _mm512_cvtepi32_epi16(high), 1);
                    }
                    """);
        }
        code.add(
                """

                INLINE __m512i low(__m512i w) {
                return _mm512_and_si512(w, _mm512_set1_epi8(15));
                }

                INLINE __m512i high(__m512i w) {
                """);
        if (choice.on("AFFINE")) {
            code.add("/* A bit matrix that moves the upper half of a byte down. */");
            code.add(
                    "return _mm512_gf2p8affine_epi64_epi8(w, _mm512_set1_epi64(0x1020408000000000), 0);");
        } else {
            code.add("return low(_mm512_srli_epi16(w, 4));");
        }
        code.add(
                """
                }

                /* Scales of a vector's lanes, from those of 32 blocks. */
                INLINE __m512 spread(__m512 first, __m512 second, int v) {
                const __m512i owner = _mm512_loadu_si512(OWNER[v]);
                return v < 4   ? _mm512_permutexvar_ps(owner, first)
                : v == 4 ? _mm512_permutex2var_ps(first, owner, second)
                : _mm512_permutexvar_ps(owner, second);
                }
                """);
    }

    private void sums(Code code) {
        code.add(
                """

                INLINE __m512 sums(__m512i w, const struct digits *x, int64_t v) {
                struct lanes all;
                for (int i = 0; i < PARTS; ++i) {
                all.part[i] = _mm512_loadu_si512(x->bias + (v * PARTS + i) * 16);
                }
                all = products(low(w), high(w), x->stream + v * 64, x->length * 64, all);
                """);
        code.add("return %s;", numbers.sum()).add("}");
    }

    private void rows(Code code, int rows) {
        int sums = choice.of("SUMS");
        code.add("");
        code.add("/* Sums of %d rows over 32 blocks, nine vectors. */", rows);
        code.add(
                "INLINE void turn_%d(const uint8_t *w, int64_t row, const struct digits *x, int64_t b,"
                        + " __m512 sum[%d][%d]) {",
                rows, rows, sums);
        code.add("const int64_t start = b / TURN * PERIOD;");
        code.add("__m512 first[%d], second[%d];", rows, rows);
        code.add("#pragma GCC unroll 8");
        code.add("for (int r = 0; r < %d; ++r) {", rows);
        code.add(
                """
                const __m512i halves = found(w + r * row);
                const __m512 low = _mm512_cvtph_ps(_mm512_castsi512_si256(halves));
                const __m512 high = _mm512_cvtph_ps(_mm512_extracti64x4_epi64(halves, 1));
                first[r] = _mm512_mul_ps(low, _mm512_loadu_ps(x->units + b));
                second[r] = _mm512_mul_ps(high, _mm512_loadu_ps(x->units + b + 16));
                }
                #pragma GCC unroll 9
                for (int v = 0; v < PERIOD; ++v) {
                #pragma GCC unroll 8
                """);
        code.add("for (int r = 0; r < %d; ++r) {", rows);
        if (choice.on("PF")) {
            code.add("fetch(w + r * row + v * 64, %s);", Floats.ahead(choice));
        }
        code.add(
                "const __m512 part = sums(_mm512_loadu_si512(w + r * row + v * 64), x, start + v);");
        code.add("__m512 *const to = &sum[r][v %% %d];", sums);
        code.add("*to = _mm512_fmadd_ps(part, spread(first[r], second[r], v), *to);");
        code.add("}").add("}").add("}");
        code.add("");
        code.add(
                "APART void dots_%d(int64_t blocks, const uint8_t *w, const struct digits *x,"
                        + " float *y) {",
                rows);
        code.add("const int64_t row = blocks * BYTES;");
        code.add("__m512 sum[%d][%d] = {0};", rows, sums);
        code.add("int64_t b = 0;");
        code.add("for (; b + TURN <= blocks; b += TURN) {");
        code.add("turn_%d(w + b * BYTES, row, x, b, sum);", rows).add("}");
        remainder(code, rows);
        code.add("for (int r = 0; r < %d; ++r) {", rows);
        for (int sum = 1; sum < sums; sum++) {
            code.add("sum[r][0] = _mm512_add_ps(sum[r][0], sum[r][%d]);", sum);
        }
        code.add(
                "y[r] = _mm512_reduce_add_ps(sum[r][0])%s;",
                numbers.sparesSmall() ? " + small_ones(w + r * row, x)" : "");
        code.add("}").add("}");
    }

    /// Fewer than 32 blocks, completed by zeros.
    private void remainder(Code code, int rows) {
        code.add("for (int r = 0; b < blocks && r < %d; ++r) {", rows);
        code.add("uint8_t rest[PERIOD * 64] = {0};");
        code.add("memcpy(rest, w + r * row + b * BYTES, (size_t)((blocks - b) * BYTES));");
        code.add("turn_1(rest, 0, x, b, sum + r);").add("}");
    }

    private void entry(Code code) {
        code.add(
                """

                int tw_gemv4(int64_t M, int64_t K, const uint8_t *W, const float *x, float *y,
                void *scratch, size_t bytes) {
                const int64_t blocks = K / BLOCK;
                const int64_t turns = (blocks + TURN - 1) / TURN;
                struct digits digits = {.length = turns * PERIOD};
                const size_t streams = (size_t)digits.length * STREAMS * 64;
                const size_t biases = (size_t)digits.length * PARTS * 64;
                const size_t need = streams + biases + (size_t)turns * TURN * 4;
                if (bytes < need + 64) {
                return 1;
                }
                digits.stream = (void *)(((uintptr_t)scratch + 63) & ~(uintptr_t)63);
                digits.bias = (void *)(digits.stream + streams);
                digits.units = (float *)((uint8_t *)digits.bias + biases);
                memset(digits.units, 0, (size_t)turns * TURN * 4);
                if (!prepare(blocks, x, &digits)) {
                in_floats(M, K, W, x, y);
                return 0;
                }
                int64_t i = 0;
                """);
        for (int rows : choice.of("ROWS") > 1 ? new int[] {choice.of("ROWS"), 1} : new int[] {1}) {
            code.add("for (; i + %d <= M; i += %d) {", rows, rows);
            code.add("dots_%d(blocks, W + i * blocks * BYTES, &digits, y + i);", rows).add("}");
        }
        code.add("return 0;").add("}");
    }
}
