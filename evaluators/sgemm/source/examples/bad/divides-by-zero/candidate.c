#include "tw_kernels.h"

/* Ends with a signal. */
int tw_sgemm(int64_t M, int64_t N, int64_t K, const float *A, const float *B, float *C,
             void *scratch, size_t bytes) {
    (void)scratch;
    (void)bytes;
    /* EVOLVE-BLOCK-START */
    volatile int64_t nothing = 0;
    C[0] = A[0] * B[0] + (float)(M * N * K / nothing);
    /* EVOLVE-BLOCK-END */
    return 0;
}
