#include "shipped-sgemm.c"

#include "vectors.h"

/* Attention as two products by the shipped kernel with a vectorised softmax between them. */

int tw_attn(int64_t H, int64_t N, int64_t D, int causal, const float *Q, const float *K,
            const float *V, float *O, void *scratch, size_t bytes);

int tw_attn(int64_t H, int64_t N, int64_t D, int causal, const float *Q, const float *K,
            const float *V, float *O, void *scratch, size_t bytes) {
    float *score = scratch, *turned = score + N * N;
    char *room = (char *)(turned + N * D);
    float scale = 1.0f / sqrtf((float)D);
    if (bytes < sizeof(float) * (size_t)(N * N + N * D)) {
        return 1;
    }
    bytes -= sizeof(float) * (size_t)(N * N + N * D);
    for (int64_t h = 0; h < H; h++) {
        int64_t at = h * N * D;
        for (int64_t j = 0; j < N; j++) {
            for (int64_t d = 0; d < D; d++) {
                turned[d * N + j] = K[at + j * D + d] * scale;
            }
        }
        if (tw_sgemm(N, N, D, Q + at, turned, score, room, bytes)) {
            return 1;
        }
        for (int64_t i = 0; i < N; i++) {
            int64_t keys = causal ? i + 1 : N;
            softmax(keys, score + i * N, score + i * N);
            memset(score + i * N + keys, 0, sizeof(float) * (size_t)(N - keys));
        }
        if (tw_sgemm(N, D, N, score, V + at, O + at, room, bytes)) {
            return 1;
        }
    }
    return 0;
}
