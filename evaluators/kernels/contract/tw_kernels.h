#ifndef TW_KERNELS_H
#define TW_KERNELS_H

#include <stddef.h>
#include <stdint.h>

/*
 * What kernels export. All return 0 when the output is complete; anything else counts as failed.
 *
 * Matrices are row-major and dense. Pointers are aligned to one element, not more. Buffers do not
 * overlap. Inputs must not be written to. Nothing may be allocated: `scratch` has `bytes` bytes
 * that hold anything when a call begins, and nothing else may be kept from call to call.
 */

/* C[M,N] = A[M,K] B[K,N]. Scratch: room for both operands, padded. */
int tw_sgemm(int64_t M, int64_t N, int64_t K, const float *A, const float *B, float *C,
             void *scratch, size_t bytes);

/* O = softmax(Q K^T / sqrt(D)) V for each of H heads; Q, K, V, O are [H][N][D]. */
int tw_attn(int64_t H, int64_t N, int64_t D, int causal, const float *Q, const float *K,
            const float *V, float *O, void *scratch, size_t bytes);

/* y[M] = W[M,K] x[K]; W has 18 bytes for every 32 weights: an fp16 scale and 32 nibbles, of which
   the low ones come first: weight i is scale * (nibble - 8), i < 16 in the low half of byte i. */
int tw_gemv4(int64_t M, int64_t K, const uint8_t *W, const float *x, float *y, void *scratch,
             size_t bytes);

/* Each of R rows of C: op 0 is softmax, op 1 is x / sqrt(mean(x^2) + 1e-6) * g. */
int tw_rows(int op, int64_t R, int64_t C, const float *X, const float *g, float *Y, void *scratch,
            size_t bytes);

#endif
