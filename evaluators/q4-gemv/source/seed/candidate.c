#include "tw_kernels.h"

#include <math.h>

static float scale_of(const uint8_t *block) {
    _Float16 half;
    __builtin_memcpy(&half, block, sizeof half);
    return (float)half;
}

/* A row at a time, a block at a time. */
int tw_gemv4(int64_t M, int64_t K, const uint8_t *W, const float *x, float *y, void *scratch,
             size_t bytes) {
    (void)scratch;
    (void)bytes;
    /* EVOLVE-BLOCK-START */
    for (int64_t row = 0; row < M; row++) {
        float sum = 0.0f;
        for (int64_t b = 0; b < K / 32; b++) {
            const uint8_t *w = W + (row * (K / 32) + b) * 18;
            float part = 0.0f;
            for (int i = 0; i < 16; i++) {
                part += (float)((w[2 + i] & 15) - 8) * x[b * 32 + i];
                part += (float)((w[2 + i] >> 4) - 8) * x[b * 32 + 16 + i];
            }
            sum += part * scale_of(w);
        }
        y[row] = sum;
    }
    /* EVOLVE-BLOCK-END */
    return 0;
}
