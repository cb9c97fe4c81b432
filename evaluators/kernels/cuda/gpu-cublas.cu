#include <dlfcn.h>

#include <initializer_list>

#include "tw_cuda.h"

/*
 * cuBLAS, found when loaded, so that nothing needs it to be built. TF32 is off unless TW_TF32 is
 * defined. Numbers are those of cublas_api.h, part of its binary interface.
 */

namespace {

struct cublas {
    void *handle;
    int (*multiply)(void *, int, int, int, int, int, const float *, const float *, int,
                    const float *, int, const float *, float *, int);
    int (*set_stream)(void *, cudaStream_t);
};

#ifdef TW_TF32
enum { MODE = 3 }; /* CUBLAS_TF32_TENSOR_OP_MATH */
#else
enum { MODE = 2 }; /* CUBLAS_PEDANTIC_MATH */
#endif

void *library() {
    for (const char *name : {"libcublas.so.13", "libcublas.so.12", "libcublas.so.11"}) {
        void *found = dlopen(name, RTLD_NOW | RTLD_LOCAL);
        if (found) {
            return found;
        }
    }
    return nullptr;
}

/* With memory of its own to work in: none may be asked for while calls are recorded. */
cublas make() {
    const size_t bytes = (size_t)64 << 20;
    cublas made = {};
    void *room = nullptr;
    void *found = library();
    if (!found) {
        return made;
    }
    auto create = (int (*)(void **))dlsym(found, "cublasCreate_v2");
    auto set_mode = (int (*)(void *, int))dlsym(found, "cublasSetMathMode");
    auto set_room = (int (*)(void *, void *, size_t))dlsym(found, "cublasSetWorkspace_v2");
    made.multiply = (decltype(made.multiply))dlsym(found, "cublasSgemm_v2");
    made.set_stream = (decltype(made.set_stream))dlsym(found, "cublasSetStream_v2");
    bool ready = create && set_mode && set_room && made.multiply && made.set_stream
                 && create(&made.handle) == 0 && set_mode(made.handle, MODE) == 0
                 && cudaMalloc(&room, bytes) == cudaSuccess
                 && set_room(made.handle, room, bytes) == 0;
    made.handle = ready ? made.handle : nullptr;
    return made;
}

} // namespace

/* It thinks in columns: C^T = B^T A^T. Setting a stream takes the room away, so it is set once. */
extern "C" int tw_sgemm_gpu(int64_t M, int64_t N, int64_t K, const float *A, const float *B,
                            float *C, cudaStream_t stream) {
    static cublas cublas = make();
    static cudaStream_t last = nullptr;
    const float one = 1, zero = 0;
    const int plain = 0;
    if (!cublas.handle) {
        return 9;
    }
    if (stream != last && cublas.set_stream(cublas.handle, stream) != 0) {
        return 8;
    }
    last = stream;
    return cublas.multiply(cublas.handle, plain, plain, (int)N, (int)M, (int)K, &one, B, (int)N, A,
                           (int)K, &zero, C, (int)N);
}

extern "C" const char *tw_title() { return "cuBLAS"; }
