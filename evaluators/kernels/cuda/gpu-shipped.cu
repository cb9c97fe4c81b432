#include "tw_cuda.h"

/* The reference where there is no cuBLAS: a tile of 16 by 16 threads, one entry of C each. */

enum { TILE = 16 };

static __global__ void multiply(int m, int n, int k, const float *a, const float *b, float *c) {
    TW_ROOM(room);
    float *const left = room;
    float *const right = room + TILE * TILE;
    const int x = (int)threadIdx.x % TILE, y = (int)threadIdx.x / TILE;
    const int column = (int)blockIdx.x * TILE + x, row = (int)blockIdx.y * TILE + y;
    float sum = 0;
    for (int p = 0; p < k; p += TILE) {
        left[y * TILE + x] = row < m && p + x < k ? a[(int64_t)row * k + p + x] : 0.0f;
        right[y * TILE + x] = column < n && p + y < k ? b[(int64_t)(p + y) * n + column] : 0.0f;
        __syncthreads();
        for (int q = 0; q < TILE; q++) {
            sum += left[y * TILE + q] * right[q * TILE + x];
        }
        __syncthreads();
    }
    if (row < m && column < n) {
        c[(int64_t)row * n + column] = sum;
    }
}

extern "C" int tw_sgemm_gpu(int64_t M, int64_t N, int64_t K, const float *A, const float *B,
                            float *C, cudaStream_t stream) {
    const dim3 grid((unsigned)(N + TILE - 1) / TILE, (unsigned)(M + TILE - 1) / TILE);
    TW_LAUNCH(multiply, grid, dim3(TILE * TILE), 2 * TILE * TILE * sizeof(float), stream, (int)M,
              (int)N, (int)K, A, B, C);
    return cudaGetLastError() == cudaSuccess ? 0 : 1;
}

extern "C" const char *tw_title() { return "shipped"; }
