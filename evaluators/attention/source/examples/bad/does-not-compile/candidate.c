#include "tw_kernels.h"

#include <math.h>

/* A word that C does not know. */
int tw_attn(int64_t H, int64_t N, int64_t D, int causal, const float *Q, const float *K,
            const float *V, float *O, void *scratch, size_t bytes) {
    (void)causal;
    (void)scratch;
    /* EVOLVE-BLOCK-START */
    maximum(Q)
    (void)bytes, (void)H, (void)N, (void)D, (void)K, (void)V, (void)O;
    /* EVOLVE-BLOCK-END */
    return 0;
}
