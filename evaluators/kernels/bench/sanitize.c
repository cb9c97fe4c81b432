#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "instance.h"

/*
 * twsane LIBRARY: runs a library that was built with the address and undefined behaviour sanitizers
 * on small shapes, in buffers of exactly the right size, and ends where they find something. Unlike
 * the referee it loads what it checks, so it can be lied to: it finds mistakes that happen to work,
 * in programs that the referee has passed, and is no proof against malice.
 */

const char *__asan_default_options(void);
const char *__asan_default_options(void) {
    return "detect_leaks=0:hard_rss_limit_mb=1024:detect_stack_use_after_return=1";
}

struct buffers {
    struct tensor tensor[TW_TENSORS];
    void *at[TW_TENSORS];
    void *scratch;
    size_t scratch_bytes;
    int tensors;
};

/* Not aligned to more than what the kernels are promised. */
static void open_buffers(const struct instance *instance, struct buffers *buffers) {
    buffers->tensors = instance->kernel->tensors(instance->size, buffers->tensor);
    for (int at = 0; at < buffers->tensors; at++) {
        buffers->at[at] = malloc(buffers->tensor[at].bytes);
        memset(buffers->at[at], 0x7f, buffers->tensor[at].bytes);
    }
    buffers->scratch_bytes = (instance->kernel->scratch(instance->size) + 63) / 64 * 64;
    buffers->scratch = aligned_alloc(64, buffers->scratch_bytes);
    memset(buffers->scratch, 0x7f, buffers->scratch_bytes);
}

static void close_buffers(struct buffers *buffers) {
    for (int at = 0; at < buffers->tensors; at++) {
        free(buffers->at[at]);
    }
    free(buffers->scratch);
}

/* The error with one kind of inputs. */
static double run(const struct instance *instance, void *entry, int regime, struct rng *rng) {
    struct buffers buffers;
    open_buffers(instance, &buffers);
    instance->kernel->fill(instance->size, regime, rng, buffers.at);
    int status = instance->kernel->call(entry, instance->size, buffers.at, buffers.scratch,
                                        buffers.scratch_bytes);
    double error = instance->kernel->error(instance->size, FULL, rng, buffers.at);
    close_buffers(&buffers);
    return status ? 1.0 / 0.0 : error;
}

static void answer(const struct instance *instance, void *entry) {
    struct rng rng = {instance->seed};
    double worst = 0;
    for (int regime = 0; instance->kernel->regimes[regime]; regime++) {
        double error = run(instance, entry, regime, &rng);
        worst = error <= worst ? worst : error;
    }
    if (!(worst <= instance->limit)) {
        printf("{\"stop\":\"INVALID_RESULT\",\"detail\":\"wrong by %.2g\"}\n", worst);
        exit(0);
    }
    printf("{");
    instance_write(instance, stdout);
    printf(",\"mode\":\"check\",\"binary\":0,\"checked\":%.3g,\"limit\":%.3g}\n", worst,
           instance->limit);
    fflush(stdout);
}

static void *entry_of(const char *library, const struct kernel *kernel) {
    void *loaded = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    void *entry = loaded ? dlsym(loaded, kernel->symbol) : NULL;
    if (!entry) {
        fprintf(stderr, "twsane: %s\n", dlerror());
        exit(2);
    }
    return entry;
}

int main(int count, char **word) {
    char *line = NULL;
    size_t room = 0;
    while (count == 2 && getline(&line, &room, stdin) > 0) {
        struct instance instance;
        struct stop stop = {0};
        if (!instance_read(line, &instance, &stop)) {
            fprintf(stderr, "twsane: %s\n", stop.detail);
            return 2;
        }
        answer(&instance, entry_of(word[1], instance.kernel));
    }
    free(line);
    return count == 2 ? 0 : 2;
}
