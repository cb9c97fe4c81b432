package gemv.lowering;

import kernels.lowering.Code;

/// What becomes of x: whole numbers relative to the greatest of its block, cut into signed bytes.
sealed interface Numbers {

    /// Bytes of a number.
    int digits();

    /// Whole numbers of 32 bits that the products of a lane come to.
    int parts();

    /// Whether numbers that are too small to be right are multiplied as they are.
    default boolean sparesSmall() {
        return false;
    }

    /// Defines `unit`, what one is worth in a block, less than 0 where no number would do.
    void unit(Code code);

    /// Defines `products`, of the bytes of weights with the digits they meet.
    void products(Code code);

    /// The products of a lane as a float, in C.
    String sum();

    /// Numbers of 24 bits. Less work, and right where no product hides what the smaller numbers of
    /// a block lose.
    record Three() implements Numbers {

        @Override
        public int digits() {
            return 3;
        }

        @Override
        public int parts() {
            return 1;
        }

        @Override
        public void unit(Code code) {
            code.add(
                    """

                    /* What one is worth in a block; negative where its numbers span too much. */
                    INLINE float unit(__m512 low, __m512 high) {
                    const __m512 a = _mm512_abs_ps(low), b = _mm512_abs_ps(high);
                    const __m512 none = _mm512_set1_ps(INFINITY), zero = _mm512_setzero_ps();
                    const __m512 c = _mm512_mask_mov_ps(a, _mm512_cmp_ps_mask(a, zero, _CMP_EQ_OQ), none);
                    const __m512 d = _mm512_mask_mov_ps(b, _mm512_cmp_ps_mask(b, zero, _CMP_EQ_OQ), none);
                    const float most = _mm512_reduce_max_ps(_mm512_max_ps(a, b));
                    const float least = _mm512_reduce_min_ps(_mm512_min_ps(c, d));
                    if (most == 0.0f) {
                    return 0.0f;
                    }
                    const int tame = most < 0x1p100f && most > 0x1p-100f && most <= 0x1p20f * least;
                    return tame ? most / 8290000.0f : -1.0f;
                    }
                    """);
        }

        @Override
        public void products(Code code) {
            code.add(
                    """

                    /*
                    * Sums of four products a lane, and rest. Two chains of dot products, since one of
                    * all six would keep the next vectors waiting.
                    */
                    INLINE struct lanes products(__m512i lower, __m512i upper, const int8_t *digit,
                    int64_t apart, struct lanes rest) {
                    __m512i sum = _mm512_setzero_si512(), last = rest.part[0];
                    sum = _mm512_dpbusd_epi32(sum, lower, _mm512_loadu_si512(digit));
                    sum = _mm512_dpbusd_epi32(sum, upper, _mm512_loadu_si512(digit + 3 * apart));
                    last = _mm512_dpbusd_epi32(last, lower, _mm512_loadu_si512(digit + 2 * apart));
                    last = _mm512_dpbusd_epi32(last, upper, _mm512_loadu_si512(digit + 5 * apart));
                    sum = _mm512_slli_epi32(sum, 8);
                    sum = _mm512_dpbusd_epi32(sum, lower, _mm512_loadu_si512(digit + apart));
                    sum = _mm512_dpbusd_epi32(sum, upper, _mm512_loadu_si512(digit + 4 * apart));
                    rest.part[0] = _mm512_add_epi32(_mm512_slli_epi32(sum, 8), last);
                    return rest;
                    }
                    """);
        }

        @Override
        public String sum() {
            return "_mm512_cvtepi32_ps(all.part[0])";
        }
    }

    /// Numbers of 32 bits. Those too small to be right to 2^-20 of themselves are set aside and
    /// multiplied as they are: about two of 4096 that are normally distributed.
    record Four() implements Numbers {

        @Override
        public int digits() {
            return 4;
        }

        @Override
        public boolean sparesSmall() {
            return true;
        }

        @Override
        public int parts() {
            return 2;
        }

        @Override
        public void unit(Code code) {
            code.add(
                    """

                    /* What one is worth in a block; negative where floats would not do. */
                    INLINE float unit(__m512 low, __m512 high) {
                    const __m512 most_of = _mm512_max_ps(_mm512_abs_ps(low), _mm512_abs_ps(high));
                    const float most = _mm512_reduce_max_ps(most_of);
                    if (most == 0.0f) {
                    return 0.0f;
                    }
                    return most < 0x1p100f && most > 0x1p-90f ? most / 2130000000.0f : -1.0f;
                    }
                    """);
        }

        @Override
        public void products(Code code) {
            code.add(
                    """

                    /* Sums of four products a lane, and rest: of the upper two digits, of the lower. */
                    INLINE struct lanes products(__m512i lower, __m512i upper, const int8_t *digit,
                    int64_t apart, struct lanes rest) {
                    #pragma GCC unroll 2
                    for (int i = 0; i < 2; ++i, digit += 2 * apart) {
                    __m512i sum = _mm512_setzero_si512(), last = rest.part[i];
                    sum = _mm512_dpbusd_epi32(sum, lower, _mm512_loadu_si512(digit));
                    sum = _mm512_dpbusd_epi32(sum, upper, _mm512_loadu_si512(digit + 4 * apart));
                    last = _mm512_dpbusd_epi32(last, lower, _mm512_loadu_si512(digit + apart));
                    last = _mm512_dpbusd_epi32(last, upper, _mm512_loadu_si512(digit + 5 * apart));
                    rest.part[i] = _mm512_add_epi32(_mm512_slli_epi32(sum, 8), last);
                    }
                    return rest;
                    }
                    """);
        }

        @Override
        public String sum() {
            return "_mm512_fmadd_ps(_mm512_cvtepi32_ps(all.part[0]), _mm512_set1_ps(65536.0f),"
                    + " _mm512_cvtepi32_ps(all.part[1]))";
        }
    }
}
