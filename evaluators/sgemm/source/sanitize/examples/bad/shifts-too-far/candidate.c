#include "tw_kernels.h"

/* Right, although it shifts by as many bits as there are. */
int tw_sgemm(int64_t M, int64_t N, int64_t K, const float *A, const float *B, float *C,
             void *scratch, size_t bytes) {
    (void)scratch;
    (void)bytes;
    /* EVOLVE-BLOCK-START */
    const int shift = (int)(M > 0 ? 32 : 0);
    volatile int unused = 1 << shift;
    (void)unused;
    for (int64_t i = 0; i < M; i++) {
        for (int64_t j = 0; j < N; j++) {
            float sum = 0.0f;
            for (int64_t p = 0; p < K; p++) {
                sum += A[i * K + p] * B[p * N + j];
            }
            C[i * N + j] = sum;
        }
    }
    /* EVOLVE-BLOCK-END */
    return 0;
}
