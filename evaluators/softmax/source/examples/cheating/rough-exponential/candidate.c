#include "tw_kernels.h"

#include <math.h>

static float rough(float x) {
    float p = 1.0f + x / 256.0f;
    for (int i = 0; i < 8; i++) {
        p *= p;
    }
    return x < -100.0f ? 0.0f : p;
}

/* (1 + x/256)^256 is not quite e^x. */
int tw_rows(int op, int64_t R, int64_t C, const float *X, const float *g, float *Y, void *scratch,
            size_t bytes) {
    (void)op;
    (void)g;
    (void)scratch;
    (void)bytes;
    /* EVOLVE-BLOCK-START */
    for (int64_t i = 0; i < R; i++) {
        const float *restrict x = X + i * C;
        float *restrict y = Y + i * C;
        float most = x[0], sum = 0.0f;
        for (int64_t j = 1; j < C; j++) {
            most = x[j] > most ? x[j] : most;
        }
        for (int64_t j = 0; j < C; j++) {
            sum += y[j] = rough(x[j] - most);
        }
        for (int64_t j = 0; j < C; j++) {
            y[j] /= sum;
        }
    }
    /* EVOLVE-BLOCK-END */
    return 0;
}
