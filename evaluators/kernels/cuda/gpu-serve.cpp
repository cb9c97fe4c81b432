#include <dlfcn.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <vector>

#include "gpu-device.h"
#include "gpu-protocol.h"

/*
 * twgpu-serve LIBRARY: the side that runs a kernel, see gpu-protocol.h.
 * twgpu-serve --kind: says what to compile for on this machine.
 */

namespace {

typedef decltype(tw_sgemm_gpu) entry_point;

struct server {
    gpu_hello hello;
    entry_point *entry;
    const float *inputs;
    float *outputs;
    std::vector<float *> a, c; /* on the device, one for each set, c with its margins */
    float *b;
    int64_t shift;
    record *full;
    record *flushes;
};

void get(void *into, size_t bytes) {
    for (char *at = static_cast<char *>(into); bytes > 0;) {
        ssize_t got = read(0, at, bytes);
        if (got <= 0) {
            _exit(0);
        }
        at += got;
        bytes -= static_cast<size_t>(got);
    }
}

void put(const gpu_reply &reply) {
    if (write(1, &reply, sizeof reply) != static_cast<ssize_t>(sizeof reply)) {
        _exit(0);
    }
}

size_t a_floats(const server &server) { return (size_t)(server.hello.m * server.hello.k); }
size_t b_floats(const server &server) { return (size_t)(server.hello.k * server.hello.n); }
size_t c_floats(const server &server) {
    return (size_t)(server.hello.m * server.hello.n + 2 * TW_MARGIN);
}

bool map(server &server) {
    size_t sets = (size_t)server.hello.sets;
    size_t in = 4 * (sets * a_floats(server) + b_floats(server));
    size_t out = 4 * sets * c_floats(server);
    void *inputs = mmap(nullptr, in, PROT_READ, MAP_SHARED, TW_INPUTS, 0);
    void *outputs = mmap(nullptr, out, PROT_READ | PROT_WRITE, MAP_SHARED, TW_OUTPUTS, 0);
    server.inputs = static_cast<const float *>(inputs);
    server.outputs = static_cast<float *>(outputs);
    return inputs != MAP_FAILED && outputs != MAP_FAILED;
}

bool allocate(server &server) {
    server.b = device_memory(b_floats(server) + TW_MARGIN);
    bool all = server.b;
    for (int64_t set = 0; set < server.hello.sets && all; set++) {
        server.a.push_back(device_memory(a_floats(server) + TW_MARGIN));
        server.c.push_back(device_memory(c_floats(server)));
        all = server.a.back() && server.c.back();
    }
    return all;
}

void load(server &server) {
    for (size_t set = 0; set < server.a.size(); set++) {
        const float *from = server.inputs + set * a_floats(server);
        to_device(server.a[set] + server.shift, from, a_floats(server));
        device_poison(server.c[set], c_floats(server));
    }
    const float *from = server.inputs + server.a.size() * a_floats(server);
    to_device(server.b + server.shift, from, b_floats(server));
}

void fetch(server &server) {
    for (size_t set = 0; set < server.c.size(); set++) {
        from_device(server.outputs + set * c_floats(server), server.c[set], c_floats(server));
    }
}

int call(const server &server, size_t set, cudaStream_t stream) {
    int64_t shift = server.shift;
    return server.entry(server.hello.m, server.hello.n, server.hello.k, server.a[set] + shift,
                        server.b + shift, server.c[set] + TW_MARGIN + shift, stream);
}

int calls(const server &server, bool flushing, bool calling, cudaStream_t stream) {
    int status = 0;
    for (size_t set = 0; set < server.a.size() && status == 0; set++) {
        if (flushing) {
            device_flush(stream);
        }
        status = calling ? call(server, set, stream) : 0;
    }
    return status;
}

/* A library may set itself up when it is first called, which cannot be recorded. */
int replay(server &server, record *&made, bool calling, gpu_reply &reply) {
    if (!made) {
        int status = device_do([&](cudaStream_t at) { return calls(server, false, calling, at); });
        if (status != 0) {
            return status;
        }
        made = device_record([&](cudaStream_t at) { return calls(server, true, calling, at); });
    }
    if (!made) {
        return -1;
    }
    device_replay(made, &reply.event, &reply.host);
    return 0;
}

int follow(server &server, const gpu_order &order, gpu_reply &reply) {
    switch (order.what) {
    case GPU_LOAD:
        server.shift = order.shift;
        load(server);
        return 0;
    case GPU_CALL:
        return device_do([&](cudaStream_t at) { return calls(server, false, true, at); });
    case GPU_RUN: return replay(server, server.full, true, reply);
    case GPU_FLUSH: return replay(server, server.flushes, false, reply);
    case GPU_FETCH: fetch(server); return 0;
    case GPU_MEASURE: device_measure(&reply.peak, &reply.bandwidth); return 0;
    default: return -1;
    }
}

void answer(gpu_reply &reply) {
    reply.megahertz = device_megahertz();
    const char *trouble = device_trouble();
    if (trouble) {
        reply.status = -1;
        snprintf(reply.trouble, sizeof reply.trouble, "%s", trouble);
    }
    put(reply);
}

int refuse(const char *why) {
    gpu_reply reply = {};
    reply.status = -1;
    snprintf(reply.trouble, sizeof reply.trouble, "%s", why);
    put(reply);
    return 1;
}

int tell_kind() {
    char kind[20];
    const char *none = device_open();
    if (none) {
        fprintf(stderr, "twgpu-serve: %s\n", none);
        return 2;
    }
    device_kind(kind, sizeof kind);
    puts(kind);
    return 0;
}

} // namespace

int main(int count, char **word) {
    if (count == 2 && strcmp(word[1], "--kind") == 0) {
        return tell_kind();
    }
    server server = {};
    gpu_reply reply = {};
    get(&server.hello, sizeof server.hello);
    void *library = count == 2 ? dlopen(word[1], RTLD_NOW | RTLD_LOCAL) : nullptr;
    if (!library) {
        return refuse(count == 2 ? dlerror() : "usage: twgpu-serve LIBRARY");
    }
    server.entry = reinterpret_cast<entry_point *>(dlsym(library, "tw_sgemm_gpu"));
    const char *none = server.entry ? device_open() : "the library has no tw_sgemm_gpu";
    if (none || !map(server) || !allocate(server)) {
        return refuse(none ? none : "not enough memory on the device");
    }
    auto title = reinterpret_cast<const char *(*)()>(dlsym(library, "tw_title"));
    if (server.hello.trusted && title) {
        snprintf(reply.name, sizeof reply.name, "%s", title());
    }
    snprintf(reply.device, sizeof reply.device, "%s", device_name());
    answer(reply);
    for (;;) {
        gpu_order order;
        get(&order, sizeof order);
        reply = {};
        reply.status = follow(server, order, reply);
        answer(reply);
    }
}
