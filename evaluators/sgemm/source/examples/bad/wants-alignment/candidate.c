#include "tw_kernels.h"
#include <immintrin.h>

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

/* Believes that all rows begin at multiples of 64 bytes. */
int tw_sgemm(int64_t M, int64_t N, int64_t K, const float *A, const float *B, float *C,
             void *scratch, size_t bytes) {
    (void)bytes;
    /* EVOLVE-BLOCK-START */
    for (int64_t i = 0; i < M; i++) {
        for (int64_t j = 0; j < N; j++) {
            C[i * N + j] = 0.0f;
        }
    }
    _mm512_store_ps(scratch, _mm512_load_ps(B + (N < 16 ? 0 : N - 16)));
    multiply(M, N, K, A, B, C);
    /* EVOLVE-BLOCK-END */
    return 0;
}
