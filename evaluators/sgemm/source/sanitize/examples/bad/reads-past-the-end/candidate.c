#include "tw_kernels.h"

static void multiply(int64_t M, int64_t N, int64_t K, const float *A, const float *B, float *C) {
    for (int64_t i = 0; i < M; i++) {
        for (int64_t j = 0; j < N; j++) {
            C[i * N + j] = 0.0f;
        }
        for (int64_t p = 0; p < K; p++) {
            for (int64_t j = 0; j < N; j++) {
                C[i * N + j] += A[i * K + p] * B[p * N + j];
            }
        }
    }
}

/* Adds what lies behind A, without harm to the result. */
int tw_sgemm(int64_t M, int64_t N, int64_t K, const float *A, const float *B, float *C,
             void *scratch, size_t bytes) {
    (void)scratch;
    (void)bytes;
    /* EVOLVE-BLOCK-START */
    const volatile float *past = A + M * K;
    float nothing = 0.0f;
    for (int64_t i = 0; i < 1024; i++) {
        nothing += past[i] > 0.0f ? 0.0f : 0.0f;
    }
    multiply(M, N, K, A, B, C);
    C[0] += nothing;
    /* EVOLVE-BLOCK-END */
    return 0;
}
