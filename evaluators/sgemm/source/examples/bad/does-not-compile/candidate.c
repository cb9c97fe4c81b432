#include "tw_kernels.h"

/* No such variable. */
int tw_sgemm(int64_t M, int64_t N, int64_t K, const float *A, const float *B, float *C,
             void *scratch, size_t bytes) {
    (void)scratch;
    (void)bytes;
    /* EVOLVE-BLOCK-START */
    C[0] = nothing;
    /* EVOLVE-BLOCK-END */
    return 0;
}
