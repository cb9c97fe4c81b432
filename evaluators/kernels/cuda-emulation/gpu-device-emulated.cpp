#include <chrono>
#include <string>

#include "gpu-device.h"
#include "gpu-protocol.h"

/* A processor in the place of a GPU: everything is done when it is asked for. */

struct record {
    work what;
};

const char *device_open() { return nullptr; }
const char *device_name() { return "emulated"; }
void device_kind(char *kind, size_t room) { snprintf(kind, room, "none"); }
float *device_memory(size_t floats) {
    return static_cast<float *>(aligned_alloc(64, (floats * 4 + 63) / 64 * 64));
}
void to_device(float *to, const float *from, size_t floats) { memcpy(to, from, floats * 4); }
void from_device(float *to, const float *from, size_t floats) { memcpy(to, from, floats * 4); }
void device_poison(float *at, size_t floats) {
    const unsigned poison = TW_POISON;
    for (size_t i = 0; i < floats; i++) {
        memcpy(at + i, &poison, 4);
    }
}
void device_flush(cudaStream_t) {}
int device_do(const work &work) { return work(nullptr); }
record *device_record(const work &work) { return new record{work}; }

void device_replay(record *record, double *event, double *host) {
    auto began = std::chrono::steady_clock::now();
    record->what(nullptr);
    *event = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    *host = *event;
}

void device_measure(double *peak, double *bandwidth) { *peak = *bandwidth = 1e12; }
double device_megahertz() { return 0; }
const char *device_trouble() { return nullptr; }
