#include "tw_kernels.h"

/* Honest: B is copied column by column first. */
int tw_sgemm(int64_t M, int64_t N, int64_t K, const float *A, const float *B, float *C,
             void *scratch, size_t bytes) {
    /* EVOLVE-BLOCK-START */
    float *column = scratch;
    if (bytes < (size_t)(K * N) * sizeof *column) {
        return 1;
    }
    for (int64_t j = 0; j < N; j++) {
        for (int64_t p = 0; p < K; p++) {
            column[j * K + p] = B[p * N + j];
        }
    }
    for (int64_t i = 0; i < M; i++) {
        for (int64_t j = 0; j < N; j++) {
            float sum[8] = {0};
            int64_t p = 0;
            for (; p + 8 <= K; p += 8) {
                for (int lane = 0; lane < 8; lane++) {
                    sum[lane] += A[i * K + p + lane] * column[j * K + p + lane];
                }
            }
            for (; p < K; p++) {
                sum[0] += A[i * K + p] * column[j * K + p];
            }
            C[i * N + j] = ((sum[0] + sum[1]) + (sum[2] + sum[3]))
                           + ((sum[4] + sum[5]) + (sum[6] + sum[7]));
        }
    }
    /* EVOLVE-BLOCK-END */
    return 0;
}
