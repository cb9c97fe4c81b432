#include "tw_kernels.h"

#include <math.h>

static float scale_of(const uint8_t *block) {
    _Float16 half;
    __builtin_memcpy(&half, block, sizeof half);
    return (float)half;
}

/* A word that C does not know. */
int tw_gemv4(int64_t M, int64_t K, const uint8_t *W, const float *x, float *y, void *scratch,
             size_t bytes) {
    (void)scratch;
    (void)bytes;
    /* EVOLVE-BLOCK-START */
    nibble(W)
    (void)M, (void)K, (void)x, (void)y;
    /* EVOLVE-BLOCK-END */
    return 0;
}
