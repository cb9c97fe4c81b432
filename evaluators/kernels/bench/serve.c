#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "seal.h"
#include "server.h"

/* The side that runs a kernel. Orders come on descriptor 0, replies go to 1, the arena is 3. */

enum { ORDERS = 0, REPLIES = 1, ARENA = 3 };

static void get(void *into, size_t bytes) {
    char *at = into;
    while (bytes > 0) {
        ssize_t read_now = read(ORDERS, at, bytes);
        if (read_now <= 0) {
            _exit(0);
        }
        at += read_now;
        bytes -= (size_t)read_now;
    }
}

static void put(const struct reply *reply) {
    if (write(REPLIES, reply, sizeof *reply) != sizeof *reply) {
        _exit(0);
    }
}

static unsigned char *map(const struct hello *hello) {
    unsigned char *base =
        mmap(NULL, (size_t)hello->arena, PROT_READ | PROT_WRITE, MAP_SHARED, ARENA, 0);
    if (base == MAP_FAILED) {
        _exit(1);
    }
    for (int64_t at = 0; at < hello->guards; at++) {
        struct guard guard;
        get(&guard, sizeof guard);
        mprotect(base + guard.at, (size_t)guard.bytes, PROT_NONE);
    }
    close(ARENA);
    return base;
}

/* Rounding, exceptions and denormals as the C standard has them, whatever the last call left. */
static void reset_arithmetic(void) {
#if defined(__x86_64__)
    _mm_setcsr(0x1f80);
#endif
}

static int64_t go_through(const struct kernel *kernel, void *entry, const struct hello *hello,
                          unsigned char *base, int64_t calls) {
    const struct row *row = (const struct row *)(base + hello->table);
    int64_t status = 0;
    for (int64_t call = 0; call < calls; call++) {
        void *buffer[TW_TENSORS];
        for (int tensor = 0; tensor < TW_TENSORS; tensor++) {
            buffer[tensor] = base + row[call].buffer[tensor];
        }
        reset_arithmetic();
        int answer = kernel->call(entry, hello->size, buffer, base + hello->scratch,
                                  (size_t)hello->scratch_bytes);
        status = answer ? answer : status;
    }
    reset_arithmetic();
    return status;
}

static const struct kernel *named(const char *name) {
    for (int at = 0; tw_kernels[at]; at++) {
        if (strcmp(tw_kernels[at]->name, name) == 0) {
            return tw_kernels[at];
        }
    }
    _exit(1);
}

int serve(const char *name, const char *library) {
    const struct kernel *kernel = named(name);
    struct hello hello;
    struct reply reply = {0};
    confine();
    get(&hello, sizeof hello);
    unsigned char *base = map(&hello);
    bool sealed = hello.trusted || seal_for_loading();
    void *loaded = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    if (!loaded) {
        dprintf(STDERR_FILENO, "%s\n", dlerror());
        _exit(1);
    }
    void *entry = dlsym(loaded, kernel->symbol);
    const char *(*title)(void) = (const char *(*)(void))dlsym(loaded, "tw_title");
    if (hello.trusted && title) {
        snprintf(reply.name, sizeof reply.name, "%s", title());
    }
    sealed = hello.trusted || (seal() && sealed);
    reply.status = entry ? (sealed ? 0 : 2) : 1;
    put(&reply);
    for (;;) {
        struct order order;
        get(&order, sizeof order);
        int64_t began = now();
        reply.status = go_through(kernel, entry, &hello, base, order.calls);
        reply.nanoseconds = now() - began;
        put(&reply);
    }
}
