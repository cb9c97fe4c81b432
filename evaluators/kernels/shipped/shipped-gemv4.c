/*
 * The direct kernel for y = W x with 4-bit weights, the baseline of q4-gemv: one row at a time,
 * weights looked up in a register, every block's sum times its scale. Written to be fast without
 * a search: what anybody would write first with AVX-512.
 */
#include <immintrin.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Weights to a block; its bytes: a half-precision scale, then 16 bytes of two weights each. */
enum { BLOCK = 32, BYTES = 18 };

static float scale(const uint8_t *block) {
    _Float16 half;
    memcpy(&half, block, sizeof half);
    return (float)half;
}

#if defined(__AVX512F__)

static float dot(int64_t blocks, const uint8_t *w, const float *x) {
    const __m512 table = _mm512_setr_ps(-8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7);
    __m512 sum = _mm512_setzero_ps();
    for (int64_t b = 0; b < blocks; ++b, w += BYTES, x += BLOCK) {
        /* The lookup goes by the low four bits of each lane, whatever stands above them. */
        const __m512i q = _mm512_cvtepu8_epi32(_mm_loadu_si128((const __m128i *)(w + 2)));
        const __m512 low = _mm512_permutexvar_ps(q, table);
        const __m512 high = _mm512_permutexvar_ps(_mm512_srli_epi32(q, 4), table);
        __m512 part = _mm512_mul_ps(low, _mm512_loadu_ps(x));
        part = _mm512_fmadd_ps(high, _mm512_loadu_ps(x + 16), part);
        sum = _mm512_fmadd_ps(part, _mm512_set1_ps(scale(w)), sum);
    }
    return _mm512_reduce_add_ps(sum);
}

#else

static float dot(int64_t blocks, const uint8_t *w, const float *x) {
    float sum[16] = {0};
    for (int64_t b = 0; b < blocks; ++b, w += BYTES, x += BLOCK) {
        for (int i = 0; i < 16; ++i) {
            const int q = w[2 + i];
            sum[i] += scale(w) * ((float)((q & 15) - 8) * x[i] + (float)((q >> 4) - 8) * x[16 + i]);
        }
    }
    float total = 0.0f;
    for (int i = 0; i < 16; ++i) {
        total += sum[i];
    }
    return total;
}

#endif

int tw_gemv4(int64_t M, int64_t K, const uint8_t *W, const float *x, float *y, void *scratch,
             size_t bytes);

int tw_gemv4(int64_t M, int64_t K, const uint8_t *W, const float *x, float *y, void *scratch,
             size_t bytes) {
    (void)scratch;
    (void)bytes;
    for (int64_t i = 0; i < M; ++i) {
        y[i] = dot(K / BLOCK, W + i * (K / BLOCK) * BYTES, x);
    }
    return 0;
}
