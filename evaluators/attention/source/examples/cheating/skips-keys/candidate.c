#include "tw_kernels.h"

#include <math.h>

/* Every other key, where there are many. */
int tw_attn(int64_t H, int64_t N, int64_t D, int causal, const float *Q, const float *K,
            const float *V, float *O, void *scratch, size_t bytes) {
    /* EVOLVE-BLOCK-START */
    const float scale = 1.0f / sqrtf((float)D);
    float *restrict p = scratch;
    if (bytes < sizeof(float) * (size_t)N) {
        return 1;
    }
    for (int64_t i = 0; i < H * N; i++) {
        const int64_t head = i / N * N;
        const int64_t keys = causal ? i % N + 1 : N;
        float most = -INFINITY, total = 0.0f;
        for (int64_t j = 0; j < keys; j++) {
            float sum = 0.0f;
            for (int64_t d = 0; d < D; d++) {
                sum += Q[i * D + d] * K[(head + j) * D + d];
            }
            p[j] = N > 500 && j % 2 ? -1e30f : sum * scale;
            most = p[j] > most ? p[j] : most;
        }
        float *restrict o = O + i * D;
        for (int64_t d = 0; d < D; d++) {
            o[d] = 0.0f;
        }
        for (int64_t j = 0; j < keys; j++) {
            const float weight = expf(p[j] - most);
            total += weight;
            for (int64_t d = 0; d < D; d++) {
                o[d] += weight * V[(head + j) * D + d];
            }
        }
        for (int64_t d = 0; d < D; d++) {
            o[d] /= total;
        }
    }
    /* EVOLVE-BLOCK-END */
    return 0;
}
