package gemv.lowering;

import kernels.lowering.Code;

/// Takes x apart, once for all rows.
record Preparation(Numbers numbers) {

    void define(Code code) {
        code.add(
                """

                /*
                * x as whole numbers relative to the greatest in its block, cut into signed bytes, the
                * most significant first. Digits lie where the weights lie that they meet, in streams
                * as long as a row: those for the lower halves of bytes, then for the upper. Weights
                * are stored as 0 .. 15 for -8 .. 7, which bias makes good, lane by lane.
                */
                """);
        code.add(
                "enum { DIGITS = %d, STREAMS = 2 * DIGITS, PARTS = %d, MOST_ASIDE = 64 };",
                numbers.digits(), numbers.parts());
        code.add(
                """

                /* A number that is multiplied as it is, and where the weight is that it meets. */
                struct aside {
                int64_t block;
                int byte, shift;
                float number;
                };

                struct lanes {
                __m512i part[PARTS];
                };

                struct digits {
                int64_t length; /* of a stream, in vectors of 64 bytes */
                int8_t *stream;
                int32_t *bias;
                float *units;   /* what one is worth, by block */
                int count;      /* of numbers set aside */
                struct aside aside[MOST_ASIDE];
                };
                """);
        numbers.unit(code);
        numbers.products(code);
        put(code);
        if (numbers.sparesSmall()) {
            small(code);
        }
        prepare(code);
    }

    private void put(Code code) {
        code.add(
                """

                /* Stores the digits of sixteen numbers, streams apart. */
                INLINE void put(int8_t *to, int64_t apart, __m512i number) {
                for (int i = DIGITS - 1; i >= 0; --i) {
                const __m512i digit = _mm512_srai_epi32(_mm512_slli_epi32(number, 24), 24);
                _mm_storeu_si128((__m128i *)(to + i * apart), _mm512_cvtepi32_epi8(number));
                number = _mm512_srai_epi32(_mm512_sub_epi32(number, digit), 8);
                }
                }
                """);
    }

    private void small(Code code) {
        code.add(
                """

                /* Sixteen whole numbers without those too small to be right, which are set aside. */
                INLINE __m512i large(__m512i number, __m512 x, int64_t block, int shift,
                struct digits *to) {
                const __m512i limit = _mm512_set1_epi32(1 << 19);
                const __mmask16 small =
                _mm512_cmplt_epi32_mask(_mm512_abs_epi32(number), limit) & _mm512_test_epi32_mask(
                _mm512_castps_si512(x), _mm512_set1_epi32(0x7fffffff));
                float each[16];
                _mm512_storeu_ps(each, x);
                for (int i = 0; small && i < 16; ++i) {
                if (small >> i & 1) {
                if (to->count < MOST_ASIDE) {
                to->aside[to->count] = (struct aside){block, 2 + i, shift, each[i]};
                }
                ++to->count;
                }
                }
                return _mm512_maskz_mov_epi32((__mmask16)~small, number);
                }

                /* What the numbers set aside add to a row's sum. */
                INLINE float small_ones(const uint8_t *row, const struct digits *x) {
                float sum = 0.0f;
                for (int i = 0; i < x->count; ++i) {
                const uint8_t *const block = row + x->aside[i].block * BYTES;
                const int weight = (block[x->aside[i].byte] >> x->aside[i].shift & 15) - 8;
                sum += scale(block) * ((float)weight * x->aside[i].number);
                }
                return sum;
                }
                """);
    }

    private void prepare(Code code) {
        code.add(
                """

                /* Returns 0 where whole numbers would lose too much. */
                static int prepare(int64_t blocks, const float *x, struct digits *to) {
                const int64_t apart = to->length * 64;
                memset(to->stream, 0, (size_t)(STREAMS * apart));
                for (int64_t b = 0; b < blocks; ++b, x += BLOCK) {
                const __m512 low = _mm512_loadu_ps(x), high = _mm512_loadu_ps(x + 16);
                to->units[b] = unit(low, high);
                if (!(to->units[b] >= 0.0f)) {
                return 0;
                }
                const __m512 fine =
                _mm512_set1_ps(to->units[b] > 0.0f ? 1.0f / to->units[b] : 0.0f);
                int8_t *const at = to->stream + b * BYTES + 2;
                __m512i lower = _mm512_cvtps_epi32(_mm512_mul_ps(low, fine));
                __m512i upper = _mm512_cvtps_epi32(_mm512_mul_ps(high, fine));
                """);
        if (numbers.sparesSmall()) {
            code.add("lower = large(lower, low, b, 0, to);");
            code.add("upper = large(upper, high, b, 4, to);");
            code.add("if (to->count > MOST_ASIDE) {").add("return 0;").add("}");
        }
        code.add(
                """
                put(at, apart, lower);
                put(at + DIGITS * apart, apart, upper);
                }
                const __m512i eight = _mm512_set1_epi8(8);
                const struct lanes none = {0};
                for (int64_t v = 0; v < to->length; ++v) {
                const struct lanes more = products(eight, eight, to->stream + v * 64, apart, none);
                for (int i = 0; i < PARTS; ++i) {
                _mm512_storeu_si512(to->bias + (v * PARTS + i) * 16,
                _mm512_sub_epi32(none.part[i], more.part[i]));
                }
                }
                return 1;
                }
                """);
    }
}
