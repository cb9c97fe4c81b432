#include "tw_kernels.h"

/* Honest and slow: an entry at a time, in the order that suits no cache. */
int tw_sgemm(int64_t M, int64_t N, int64_t K, const float *A, const float *B, float *C,
             void *scratch, size_t bytes) {
    (void)scratch;
    (void)bytes;
    /* EVOLVE-BLOCK-START */
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
