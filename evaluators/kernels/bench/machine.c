#define _GNU_SOURCE
#include "machine.h"

#include <math.h>
#include <sched.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#if defined(__AVX512F__)
enum { WIDTH = 16 };
#elif defined(__AVX__)
enum { WIDTH = 8 };
#else
enum { WIDTH = 4 };
#endif

typedef float vector __attribute__((vector_size(4 * WIDTH)));
typedef uint32_t words __attribute__((vector_size(4 * WIDTH)));

/* More chains than latency times units, and few enough for the registers. */
enum { CHAINS = 12, STEPS = 20000, TRIES = 10, LEAST_BYTES = 4 << 20 };

static double cpu(void) {
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static double chains(float factor) {
    vector sum[CHAINS];
    vector by = factor - (vector){0};
    for (int chain = 0; chain < CHAINS; chain++) {
        sum[chain] = (float)chain - (vector){0};
    }
    for (int step = 0; step < STEPS; step++) {
        for (int chain = 0; chain < CHAINS; chain++) {
            sum[chain] = sum[chain] * by + by;
        }
    }
    float all = 0;
    for (int chain = 0; chain < CHAINS; chain++) {
        all += sum[chain][0];
    }
    return all;
}

double peak_flops(void) {
    double best = INFINITY;
    volatile double kept;
    for (int at = 0; at < TRIES; at++) {
        double began = cpu();
        kept = chains(0.5f);
        best = fmin(best, cpu() - began);
    }
    (void)kept;
    return 2.0 * WIDTH * CHAINS * STEPS / best;
}

/* Exclusive or of all words, in four chains. */
static uint32_t read_all(const unsigned char *at, size_t bytes) {
    words all[4] = {0};
    for (size_t i = 0; i + sizeof all <= bytes; i += sizeof all) {
        const words *word = (const words *)(at + i);
        for (int chain = 0; chain < 4; chain++) {
            all[chain] ^= word[chain];
        }
    }
    return (all[0] ^ all[1] ^ all[2] ^ all[3])[0];
}

static void evict(const unsigned char *at, size_t bytes) {
#if defined(__CLFLUSHOPT__)
    for (size_t i = 0; i < bytes; i += 64) {
        _mm_clflushopt((void *)(at + i));
    }
    _mm_mfence();
#else
    (void)at;
    (void)bytes;
#endif
}

double read_bandwidth(size_t bytes, bool cold) {
    size_t room = (bytes + 4095) / 4096 * 4096;
    unsigned char *memory = aligned_alloc(4096, room);
    memset(memory, 1, room);
    size_t passes = cold ? 1 : 1 + LEAST_BYTES / room;
    volatile uint32_t kept = 0;
    double best = INFINITY;
    for (int at = 0; at < TRIES; at++) {
        if (cold) {
            evict(memory, room);
        }
        double began = cpu();
        for (size_t pass = 0; pass < passes; pass++) {
            kept = kept ^ read_all(memory, room);
        }
        best = fmin(best, cpu() - began);
    }
    free(memory);
    return (double)(room * passes) / best;
}

size_t cache_bytes(void) {
    long bytes = sysconf(_SC_LEVEL2_CACHE_SIZE);
    return bytes > 0 ? (size_t)bytes : (size_t)1 << 20;
}

static cpu_set_t allowed;
static int chosen = -1;

static void bind_to(int process, int number) {
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(number, &one);
    sched_setaffinity(process, sizeof one, &one);
}

void stay(void) {
    if (chosen < 0) {
        sched_getaffinity(0, sizeof allowed, &allowed);
        chosen = sched_getcpu();
    }
    bind_to(0, chosen);
}

void move_on(void) {
    do {
        chosen = (chosen + 1) % CPU_SETSIZE;
    } while (!CPU_ISSET(chosen, &allowed) && CPU_COUNT(&allowed) > 0);
    bind_to(0, chosen);
}

int core(void) {
    return chosen;
}

void bring(int process) {
    bind_to(process, chosen);
}
