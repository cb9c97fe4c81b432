#include <stddef.h>

#include "openblas.h"
#include "vectors.h"

/* Attention as two products by OpenBLAS with a vectorised softmax between them. */

int tw_attn(int64_t H, int64_t N, int64_t D, int causal, const float *Q, const float *K,
            const float *V, float *O, void *scratch, size_t bytes);

int tw_attn(int64_t H, int64_t N, int64_t D, int causal, const float *Q, const float *K,
            const float *V, float *O, void *scratch, size_t bytes) {
    float *score = scratch;
    if (bytes < sizeof(float) * (size_t)(N * N)) {
        return 1;
    }
    for (int64_t h = 0; h < H; h++) {
        int64_t at = h * N * D;
        openblas_sgemm(ROW_MAJOR, AS_IS, TRANSPOSED, (int)N, (int)N, (int)D,
                       1.0f / sqrtf((float)D), Q + at, (int)D, K + at, (int)D, 0.0f, score, (int)N);
        for (int64_t i = 0; i < N; i++) {
            int64_t keys = causal ? i + 1 : N;
            softmax(keys, score + i * N, score + i * N);
            for (int64_t j = keys; j < N; j++) {
                score[i * N + j] = 0.0f;
            }
        }
        openblas_sgemm(ROW_MAJOR, AS_IS, AS_IS, (int)N, (int)D, (int)N, 1.0f, score, (int)N, V + at,
                       (int)D, 0.0f, O + at, (int)D);
    }
    return 0;
}
