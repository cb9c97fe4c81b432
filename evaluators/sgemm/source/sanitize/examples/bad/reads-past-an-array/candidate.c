#include "tw_kernels.h"

/* Right, although it reads an element past an array on its stack: no page ends there. */
int tw_sgemm(int64_t M, int64_t N, int64_t K, const float *A, const float *B, float *C,
             void *scratch, size_t bytes) {
    (void)scratch;
    (void)bytes;
    /* EVOLVE-BLOCK-START */
    float zero[4] = {0};
    volatile float last = 0;
    for (int64_t p = 0; p <= K && p <= 4; p++) {
        last = zero[p];
    }
    (void)last;
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
