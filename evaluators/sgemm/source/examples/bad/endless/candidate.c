#include "tw_kernels.h"

/* Never comes back. */
int tw_sgemm(int64_t M, int64_t N, int64_t K, const float *A, const float *B, float *C,
             void *scratch, size_t bytes) {
    (void)scratch;
    (void)bytes;
    /* EVOLVE-BLOCK-START */
    for (volatile int64_t i = 0; i <= 0; i += 0) {
        C[i] = A[M + N + K - 3] * B[0];
    }
    /* EVOLVE-BLOCK-END */
    return 0;
}
