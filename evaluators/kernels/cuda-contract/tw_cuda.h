#ifndef TW_CUDA_H
#define TW_CUDA_H

#include <stdint.h>

/*
 * What CUDA kernels are written against. TW_LAUNCH, TW_ROOM and the copies below are thin names for
 * what the compiler and the hardware have, so that the same text also runs on a processor, thread by
 * thread: with TW_EMULATED defined, as tests without a GPU do.
 */
#ifdef TW_EMULATED
#include "tw_emulated.h"
#else
#include <cuda_runtime.h>

#define TW_LAUNCH(kernel, grid, block, shared, stream, ...)                                        \
    kernel<<<grid, block, shared, stream>>>(__VA_ARGS__)

/* All the shared memory that a launch asks for, aligned to 16 bytes. */
#define TW_ROOM(name)                                                                              \
    extern __shared__ float4 tw_room[];                                                            \
    float *const name = reinterpret_cast<float *>(tw_room)

/*
 * Begins to copy FLOATS (1, 2 or 4) from global to shared memory, both aligned to as much; zeros
 * where there is nothing, which then is not read.
 */
template <int FLOATS>
static __device__ __forceinline__ void tw_copy(float *to, const float *from, bool there) {
    const unsigned place = (unsigned)__cvta_generic_to_shared(to);
    const int bytes = there ? 4 * FLOATS : 0;
    if constexpr (FLOATS == 4) {
        asm volatile("cp.async.cg.shared.global [%0], [%1], 16, %2;" ::"r"(place), "l"(from),
                     "r"(bytes) : "memory");
    } else {
        asm volatile("cp.async.ca.shared.global [%0], [%1], %2, %3;" ::"r"(place), "l"(from),
                     "n"(4 * FLOATS), "r"(bytes) : "memory");
    }
}

/* Ends a group of copies of this thread. */
static __device__ __forceinline__ void tw_commit() {
    asm volatile("cp.async.commit_group;" ::: "memory");
}

/* Waits until all groups of this thread but the last LATER ones have arrived. */
template <int LATER> static __device__ __forceinline__ void tw_wait() {
    asm volatile("cp.async.wait_group %0;" ::"n"(LATER) : "memory");
}
#endif

/*
 * C[M,N] = A[M,K] B[K,N], row-major and dense, in device memory, in the order of a stream. Inputs
 * must not be written to. 0 when all work has been enqueued; anything else counts as failed.
 */
extern "C" int tw_sgemm_gpu(int64_t M, int64_t N, int64_t K, const float *A, const float *B,
                            float *C, cudaStream_t stream);

#endif
