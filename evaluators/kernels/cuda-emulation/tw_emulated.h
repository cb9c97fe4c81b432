#ifndef TW_EMULATED_H
#define TW_EMULATED_H

/*
 * CUDA kernels on a processor, for tests of their arithmetic: blocks one after the other, the
 * threads of a block in turns from one barrier to the next. Stricter than hardware where that finds
 * mistakes: shared memory begins as NaN, copies arrive when they are waited for and not before, a
 * barrier that some threads miss and a write beyond the shared memory end the program.
 * Says nothing of speed, of races within a warp, or of the memory model.
 */

#include <ucontext.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

#define __global__
#define __device__
#define __forceinline__ inline
#define __launch_bounds__(...)
#define __restrict__ __restrict

typedef int cudaError_t;
typedef void *cudaStream_t;
enum { cudaSuccess = 0, cudaFuncAttributeMaxDynamicSharedMemorySize = 8 };

struct dim3 {
    unsigned x, y, z;
    dim3(unsigned x = 1, unsigned y = 1, unsigned z = 1) : x(x), y(y), z(z) {}
};

struct alignas(16) float4 {
    float x, y, z, w;
};

static inline float4 make_float4(float x, float y, float z, float w) { return {x, y, z, w}; }

inline dim3 threadIdx, blockIdx, blockDim, gridDim;

namespace tw {

struct copy {
    float *to;
    float value[4];
    int floats;
};

enum { STACK = 64 << 10 };

/* One thread of a block; groups holds its copies that have not arrived, the last group open. */
struct fiber {
    ucontext_t context;
    std::unique_ptr<char[]> stack{new char[STACK]};
    std::deque<std::vector<copy>> groups = {{}};
    bool done = false;
};

inline ucontext_t scheduler;
inline fiber *running;
inline float *room;
inline std::function<void()> body;

[[noreturn]] inline void wrong(const char *what) {
    std::fprintf(stderr, "emulated kernel: %s\n", what);
    std::abort();
}

inline void enter() {
    body();
    running->done = true;
    swapcontext(&running->context, &scheduler);
}

inline void start(fiber &fiber) {
    getcontext(&fiber.context);
    fiber.context.uc_stack.ss_sp = fiber.stack.get();
    fiber.context.uc_stack.ss_size = STACK;
    fiber.context.uc_link = nullptr;
    makecontext(&fiber.context, enter, 0);
}

/* From one barrier to the next; whether the threads have ended. */
inline bool step(std::vector<fiber> &fibers) {
    size_t done = 0;
    for (size_t at = 0; at < fibers.size(); at++) {
        threadIdx = dim3((unsigned)at);
        running = &fibers[at];
        swapcontext(&scheduler, &running->context);
        done += running->done;
    }
    if (done != 0 && done != fibers.size()) {
        wrong("some threads of a block ended while others wait at a barrier");
    }
    return done != 0;
}

inline void run_block(std::vector<fiber> &fibers, size_t shared) {
    const size_t guard = 64;
    std::vector<float4> memory(shared / 16 + 1 + guard, float4{NAN, NAN, NAN, NAN});
    std::memset((void *)memory.data(), 0xff, memory.size() * 16);
    room = &memory[0].x;
    for (fiber &each : fibers) {
        each.done = false;
        each.groups = {{}};
        start(each);
    }
    while (!step(fibers)) {
    }
    const unsigned char *end = (unsigned char *)memory.data() + memory.size() * 16;
    for (const unsigned char *at = (unsigned char *)memory.data() + shared; at < end; at++) {
        if (*at != 0xff) {
            wrong("wrote beyond its shared memory");
        }
    }
}

inline void launch(dim3 grid, dim3 block, size_t shared, const std::function<void()> &kernel) {
    static std::vector<fiber> fibers;
    fibers.resize(block.x);
    gridDim = grid;
    blockDim = block;
    body = kernel;
    for (unsigned z = 0; z < grid.z; z++) {
        for (unsigned y = 0; y < grid.y; y++) {
            for (unsigned x = 0; x < grid.x; x++) {
                blockIdx = dim3(x, y, z);
                run_block(fibers, shared);
            }
        }
    }
}

inline void arrive(const std::vector<copy> &group) {
    for (const copy &each : group) {
        std::memcpy(each.to, each.value, 4 * (size_t)each.floats);
    }
}

} // namespace tw

static inline void __syncthreads() { swapcontext(&tw::running->context, &tw::scheduler); }

static inline float atomicAdd(float *at, float value) {
    float before = *at;
    *at += value;
    return before;
}

template <int FLOATS> static inline void tw_copy(float *to, const float *from, bool there) {
    if ((uintptr_t)to % (4 * FLOATS) != 0 || (there && (uintptr_t)from % (4 * FLOATS) != 0)) {
        tw::wrong("a copy that is not aligned");
    }
    tw::copy made = {to, {0, 0, 0, 0}, FLOATS};
    if (there) {
        std::memcpy(made.value, from, 4 * FLOATS);
    }
    tw::running->groups.back().push_back(made);
}

static inline void tw_commit() { tw::running->groups.emplace_back(); }

template <int LATER> static inline void tw_wait() {
    std::deque<std::vector<tw::copy>> &groups = tw::running->groups;
    while (groups.size() > LATER + 1) {
        tw::arrive(groups.front());
        groups.pop_front();
    }
}

#define TW_ROOM(name) float *const name = tw::room
#define TW_LAUNCH(kernel, grid, block, shared, stream, ...)                                        \
    ((void)(stream), tw::launch(grid, block, shared, [=] { kernel(__VA_ARGS__); }))

template <class K> static inline cudaError_t cudaFuncSetAttribute(K, int, int) { return 0; }
static inline cudaError_t cudaGetLastError() { return 0; }
static inline cudaError_t cudaMemsetAsync(void *at, int value, size_t bytes, cudaStream_t) {
    std::memset(at, value, bytes);
    return 0;
}

#endif
