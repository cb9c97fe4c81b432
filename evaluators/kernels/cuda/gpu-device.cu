#include "gpu-device.h"

#include <dlfcn.h>

#include <chrono>
#include <cstdio>

#include "gpu-protocol.h"

/* A GPU. */

struct record {
    cudaGraphExec_t graph;
};

namespace {

cudaStream_t stream;
cudaEvent_t before, after;
cudaDeviceProp properties;
unsigned *dirt;
size_t dirt_words;
char words[160];

bool well(cudaError_t result) {
    if (result != cudaSuccess && !words[0]) {
        snprintf(words, sizeof words, "%s: %s", cudaGetErrorName(result),
                 cudaGetErrorString(result));
    }
    return result == cudaSuccess;
}

__global__ void fill(unsigned *at, size_t count, unsigned value) {
    size_t step = (size_t)gridDim.x * blockDim.x;
    for (size_t i = (size_t)blockIdx.x * blockDim.x + threadIdx.x; i < count; i += step) {
        at[i] = value;
    }
}

/* 16 sums that wait for nobody but themselves: 16 * 2 flops to a step. */
__global__ void multiply_add(float *out, int steps, float factor) {
    float sum[16];
    for (int i = 0; i < 16; i++) {
        sum[i] = (float)(threadIdx.x + i);
    }
    for (int step = 0; step < steps; step++) {
#pragma unroll
        for (int i = 0; i < 16; i++) {
            sum[i] = fmaf(sum[i], factor, 1.0f);
        }
    }
    float all = 0;
    for (int i = 0; i < 16; i++) {
        all += sum[i];
    }
    if (all == -1.0f) {
        *out = all;
    }
}

__global__ void read_all(const uint4 *from, size_t count, unsigned *out) {
    size_t step = (size_t)gridDim.x * blockDim.x;
    unsigned all = 0;
    for (size_t i = (size_t)blockIdx.x * blockDim.x + threadIdx.x; i < count; i += step) {
        uint4 four = from[i];
        all ^= four.x ^ four.y ^ four.z ^ four.w;
    }
    if (all == 0x5eed5eedu) {
        *out = all;
    }
}

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/* Best of five, by events. */
double best_of(const std::function<void()> &launch) {
    double best = 1e30;
    for (int at = 0; at < 5; at++) {
        float milliseconds = 0;
        well(cudaEventRecord(before, stream));
        launch();
        well(cudaEventRecord(after, stream));
        well(cudaDeviceSynchronize());
        well(cudaEventElapsedTime(&milliseconds, before, after));
        best = milliseconds * 1e-3 < best ? milliseconds * 1e-3 : best;
    }
    return best;
}

} // namespace

const char *device_open() {
    int devices = 0;
    if (cudaGetDeviceCount(&devices) != cudaSuccess || devices == 0) {
        return "there is no NVIDIA GPU here, or its driver is not to be reached from the sandbox";
    }
    if (!well(cudaSetDevice(0)) || !well(cudaGetDeviceProperties(&properties, 0))) {
        return words;
    }
    if (properties.major < 8) {
        return "the GPU has no asynchronous copies; compute capability 8.0 or more is needed";
    }
    dirt_words = (size_t)properties.l2CacheSize * 2 / sizeof *dirt;
    bool ready = well(cudaStreamCreateWithFlags(&stream, cudaStreamNonBlocking))
                 && well(cudaEventCreate(&before)) && well(cudaEventCreate(&after))
                 && well(cudaMalloc(&dirt, dirt_words * sizeof *dirt));
    return ready ? nullptr : words;
}

void device_kind(char *kind, size_t room) {
    snprintf(kind, room, "sm_%d%d", properties.major, properties.minor);
}

const char *device_name() { return properties.name; }

float *device_memory(size_t floats) {
    float *at = nullptr;
    return well(cudaMalloc(&at, floats * sizeof *at)) ? at : nullptr;
}

void to_device(float *to, const float *from, size_t floats) {
    well(cudaMemcpy(to, from, floats * sizeof *to, cudaMemcpyHostToDevice));
}

void from_device(float *to, const float *from, size_t floats) {
    well(cudaMemcpy(to, from, floats * sizeof *to, cudaMemcpyDeviceToHost));
}

void device_poison(float *at, size_t floats) {
    fill<<<256, 256, 0, stream>>>(reinterpret_cast<unsigned *>(at), floats, TW_POISON);
    well(cudaStreamSynchronize(stream));
}

void device_flush(cudaStream_t at) {
    fill<<<2 * properties.multiProcessorCount, 512, 0, at>>>(dirt, dirt_words, 1);
}

int device_do(const work &work) {
    int status = work(stream);
    well(cudaGetLastError());
    well(cudaDeviceSynchronize());
    return status;
}

record *device_record(const work &work) {
    cudaGraph_t graph;
    cudaGraphExec_t ready;
    if (!well(cudaStreamBeginCapture(stream, cudaStreamCaptureModeThreadLocal))) {
        return nullptr;
    }
    int status = work(stream);
    bool made = well(cudaStreamEndCapture(stream, &graph)) && status == 0
                && well(cudaGraphInstantiate(&ready, graph, 0));
    return made ? new record{ready} : nullptr;
}

void device_replay(record *record, double *event, double *host) {
    float milliseconds = 0;
    well(cudaDeviceSynchronize());
    double began = now();
    well(cudaEventRecord(before, stream));
    well(cudaGraphLaunch(record->graph, stream));
    well(cudaEventRecord(after, stream));
    well(cudaDeviceSynchronize());
    *host = now() - began;
    well(cudaEventElapsedTime(&milliseconds, before, after));
    *event = milliseconds * 1e-3;
}

void device_measure(double *peak, double *bandwidth) {
    const int steps = 20000;
    const int blocks = 8 * properties.multiProcessorCount;
    float *out = device_memory(1);
    double seconds = best_of([&] { multiply_add<<<blocks, 256, 0, stream>>>(out, steps, 0.5f); });
    *peak = 32.0 * steps * 256.0 * blocks / seconds;
    const size_t bytes = (size_t)1 << 30;
    void *large = nullptr;
    if (well(cudaMalloc(&large, bytes))) {
        seconds = best_of([&] {
            read_all<<<blocks, 512, 0, stream>>>(static_cast<uint4 *>(large), bytes / 16,
                                                 reinterpret_cast<unsigned *>(out));
        });
        *bandwidth = (double)bytes / seconds;
    }
    cudaFree(large);
    cudaFree(out);
}

/* By the driver's own library, which is there where a driver is; its numbers are its interface's. */
double device_megahertz() {
    static void *library = dlopen("libnvidia-ml.so.1", RTLD_NOW | RTLD_LOCAL);
    static auto init = library ? (int (*)())dlsym(library, "nvmlInit_v2") : nullptr;
    static auto handle =
        library ? (int (*)(const char *, void **))dlsym(library, "nvmlDeviceGetHandleByPciBusId_v2")
                : nullptr;
    static auto clock =
        library ? (int (*)(void *, int, unsigned *))dlsym(library, "nvmlDeviceGetClockInfo")
                : nullptr;
    static bool started = init && handle && clock && init() == 0;
    const int multiprocessors = 1;
    char place[40];
    void *device = nullptr;
    unsigned megahertz = 0;
    bool told = started && cudaDeviceGetPCIBusId(place, sizeof place, 0) == cudaSuccess
                && handle(place, &device) == 0 && clock(device, multiprocessors, &megahertz) == 0;
    return told ? megahertz : 0;
}

const char *device_trouble() {
    well(cudaGetLastError());
    return words[0] ? words : nullptr;
}
