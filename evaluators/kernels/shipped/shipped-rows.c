#include <stddef.h>

#include "vectors.h"

/* Softmax and rmsnorm a row at a time, the baseline of both. */

int tw_rows(int op, int64_t R, int64_t C, const float *X, const float *g, float *Y, void *scratch,
            size_t bytes);

static void rmsnorm(int64_t count, const float *x, const float *g, float *y) {
    int64_t whole = count - count % LANES;
    vec squares = {0};
    for (int64_t j = 0; j < whole; j += LANES) {
        squares += load(x + j) * load(x + j);
    }
    float sum = total(squares);
    for (int64_t j = whole; j < count; j++) {
        sum += x[j] * x[j];
    }
    float factor = 1.0f / sqrtf(sum / (float)count + 1e-6f);
    for (int64_t j = 0; j < whole; j += LANES) {
        store(y + j, load(x + j) * factor * load(g + j));
    }
    for (int64_t j = whole; j < count; j++) {
        y[j] = x[j] * factor * g[j];
    }
}

int tw_rows(int op, int64_t R, int64_t C, const float *X, const float *g, float *Y, void *scratch,
            size_t bytes) {
    (void)scratch;
    (void)bytes;
    for (int64_t i = 0; i < R; i++) {
        if (op == 0) {
            softmax(C, X + i * C, Y + i * C);
        } else {
            rmsnorm(C, X + i * C, g, Y + i * C);
        }
    }
    return 0;
}
