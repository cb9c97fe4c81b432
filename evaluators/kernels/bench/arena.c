#define _GNU_SOURCE
#include "arena.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

enum { PAGE = 4096, LINE = 64, FAR_BYTES = 256 << 20 };

static size_t pages(size_t bytes) {
    return (bytes + PAGE - 1) / PAGE * PAGE;
}

static int sets(const struct arena *arena, int tensor) {
    switch (arena->tensor[tensor].side) {
    case LEFT: return arena->lefts;
    case RIGHT: return arena->rights;
    default: return arena->calls;
    }
}

/* Which set of a tensor's side a call is given: no two calls in a row share an operand. */
static int set_of(const struct arena *arena, int tensor, int call) {
    switch (arena->tensor[tensor].side) {
    case LEFT: return call % arena->lefts;
    case RIGHT: return (call + call / arena->lefts) % arena->rights;
    default: return call;
    }
}

/* Takes room after a guard page and moves on. */
static size_t take(struct arena *arena, size_t bytes) {
    arena->guard[arena->guards++] = (struct guard){(int64_t)arena->bytes, PAGE};
    size_t at = arena->bytes + PAGE;
    arena->bytes = at + pages(bytes);
    return at;
}

static void lay_out(struct arena *arena) {
    arena->table = take(arena, (size_t)arena->calls * sizeof(struct row));
    arena->scratch = take(arena, arena->scratch_bytes);
    for (int tensor = 0; tensor < arena->tensors; tensor++) {
        size_t bytes = arena->tensor[tensor].bytes;
        for (int set = 0; set < sets(arena, tensor); set++) {
            struct block *block = &arena->block[tensor][set];
            block->bytes = pages(bytes + LINE);
            block->at = take(arena, block->bytes);
            block->own = aligned_alloc(LINE, (bytes + LINE - 1) / LINE * LINE);
        }
    }
    arena->guard[arena->guards++] = (struct guard){(int64_t)arena->bytes, PAGE};
    arena->bytes += PAGE;
}

bool arena_open(struct arena *arena, const struct instance *instance, int lefts, int rights,
                struct stop *stop) {
    const struct kernel *kernel = instance->kernel;
    *arena = (struct arena){.instance = instance, .lefts = lefts, .rights = rights};
    arena->calls = lefts * rights;
    arena->tensors = kernel->tensors(instance->size, arena->tensor);
    arena->scratch_bytes = pages(kernel->scratch(instance->size));
    int blocks = 2;
    for (int tensor = 0; tensor < arena->tensors; tensor++) {
        arena->block[tensor] = calloc((size_t)sets(arena, tensor), sizeof(struct block));
        blocks += sets(arena, tensor);
    }
    arena->guard = calloc((size_t)blocks + 1, sizeof(struct guard));
    lay_out(arena);
    arena->file = memfd_create("arena", MFD_CLOEXEC);
    if (arena->file < 0 || ftruncate(arena->file, (off_t)arena->bytes) != 0) {
        return stop_at(stop, "EVALUATOR_FAULT", "no %zu bytes of shared memory", arena->bytes);
    }
    arena->base = mmap(NULL, arena->bytes, PROT_READ | PROT_WRITE, MAP_SHARED, arena->file, 0);
    if (arena->base == MAP_FAILED) {
        return stop_at(stop, "EVALUATOR_FAULT", "cannot map %zu bytes", arena->bytes);
    }
    return true;
}

void arena_close(struct arena *arena) {
    for (int tensor = 0; tensor < arena->tensors; tensor++) {
        for (int set = 0; set < sets(arena, tensor); set++) {
            free(arena->block[tensor][set].own);
        }
        free(arena->block[tensor]);
    }
    free(arena->guard);
    munmap(arena->base, arena->bytes);
    close(arena->file);
}

static size_t placed(const struct block *block, const struct tensor *tensor,
                     enum placement placement, struct rng *rng) {
    size_t last = block->at + block->bytes - tensor->bytes;
    switch (placement) {
    case ALIGNED: return last / LINE * LINE;
    case AT_END: return last / tensor->element * tensor->element;
    default: return block->at + rng_below(rng, LINE / tensor->element) * tensor->element;
    }
}

void arena_place(struct arena *arena, enum placement placement, struct rng *rng) {
    for (int tensor = 0; tensor < arena->tensors; tensor++) {
        for (int set = 0; set < sets(arena, tensor); set++) {
            struct block *block = &arena->block[tensor][set];
            block->buffer = placed(block, &arena->tensor[tensor], placement, rng);
        }
    }
    struct row *row = (struct row *)(arena->base + arena->table);
    for (int call = 0; call < arena->calls; call++) {
        for (int tensor = 0; tensor < arena->tensors; tensor++) {
            int set = set_of(arena, tensor, call);
            row[call].buffer[tensor] = (int64_t)arena->block[tensor][set].buffer;
        }
    }
}

void arena_fill(struct arena *arena, int regime, struct rng *rng) {
    void *buffer[TW_TENSORS];
    int most = arena->lefts > arena->rights ? arena->lefts : arena->rights;
    for (int set = 0; set < most; set++) {
        for (int tensor = 0; tensor < arena->tensors; tensor++) {
            buffer[tensor] = arena->block[tensor][set % sets(arena, tensor)].own;
        }
        arena->instance->kernel->fill(arena->instance->size, regime, rng, buffer);
    }
}

/* Writes a signalling NaN of one bit pattern over a span that is a multiple of 4 bytes. */
static void poison(void *at, size_t bytes, uint32_t pattern) {
    uint32_t *word = at;
    for (size_t i = 0; i < bytes / sizeof *word; i++) {
        word[i] = pattern;
    }
}

static bool poisoned(const void *at, size_t bytes, uint32_t pattern) {
    const unsigned char *byte = at;
    const unsigned char *expected = (const unsigned char *)&pattern;
    bool equal = true;
    for (size_t i = 0; i < bytes; i++) {
        equal &= byte[i] == expected[((uintptr_t)(byte + i)) % sizeof pattern];
    }
    return equal;
}

/* Out of all caches of all cores; where there is no such instruction, by reading much else. */
static void evict(const struct arena *arena) {
#if defined(__CLFLUSHOPT__)
    for (int tensor = 0; tensor < arena->tensors; tensor++) {
        for (int set = 0; set < sets(arena, tensor); set++) {
            const struct block *block = &arena->block[tensor][set];
            for (size_t at = 0; at < block->bytes; at += LINE) {
                _mm_clflushopt(arena->base + block->at + at);
            }
        }
    }
    _mm_mfence();
#else
    static unsigned char *far;
    static unsigned char turn;
    (void)arena;
    far = far ? far : malloc(FAR_BYTES);
    memset(far, ++turn, FAR_BYTES);
#endif
}

/* Poisons a line before an input and one after it, which watch over it. */
static void surround(struct arena *arena, const struct block *block, size_t bytes) {
    size_t end = block->at + block->bytes;
    size_t before = block->buffer - block->at < 2 * LINE ? block->at : block->buffer / 4 * 4 - LINE;
    size_t after = (block->buffer + bytes) / 4 * 4;
    size_t room = end - after < 2 * LINE ? end - after : 2 * LINE;
    poison(arena->base + before, block->buffer / 4 * 4 + 4 - before, arena->poison);
    poison(arena->base + after, room, arena->poison);
}

void arena_refresh(struct arena *arena, struct rng *rng, bool cold) {
    /* The quiet bit stays clear and the rest is not all zero. */
    arena->poison = 0x7f800001u | ((uint32_t)rng_next(rng) & 0x3fffffu);
    poison(arena->base + arena->scratch, arena->scratch_bytes, arena->poison);
    for (int tensor = arena->tensors - 1; tensor >= 0; tensor--) {
        size_t bytes = arena->tensor[tensor].bytes;
        for (int set = 0; set < sets(arena, tensor); set++) {
            const struct block *block = &arena->block[tensor][set];
            if (arena->tensor[tensor].side == OUTPUT) {
                poison(arena->base + block->at, block->bytes, arena->poison);
                continue;
            }
            surround(arena, block, bytes);
            memcpy(arena->base + block->buffer, block->own, bytes);
        }
    }
    if (cold) {
        evict(arena);
    }
}

static bool intact(const struct arena *arena, int tensor, int set, struct stop *stop) {
    const struct block *block = &arena->block[tensor][set];
    size_t bytes = arena->tensor[tensor].bytes;
    size_t head = block->buffer - block->at;
    size_t tail = block->bytes - head - bytes;
    const unsigned char *base = arena->base;
    size_t watched = tail < LINE ? tail : LINE;
    size_t before = head < LINE ? head : LINE;
    if (!poisoned(base + block->buffer - before, before, arena->poison)
        || !poisoned(base + block->buffer + bytes, watched, arena->poison)) {
        return stop_at(stop, "INVALID_RESULT", "writes beside the buffer %s",
                       arena->tensor[tensor].name);
    }
    if (arena->tensor[tensor].side != OUTPUT
        && memcmp(base + block->buffer, block->own, bytes) != 0) {
        return stop_at(stop, "INVALID_RESULT", "changes its input %s", arena->tensor[tensor].name);
    }
    return true;
}

bool arena_collect(struct arena *arena, struct stop *stop) {
    for (int tensor = arena->tensors - 1; tensor >= 0; tensor--) {
        size_t bytes = arena->tensor[tensor].bytes;
        for (int set = 0; set < sets(arena, tensor); set++) {
            const struct block *block = &arena->block[tensor][set];
            if (arena->tensor[tensor].side == OUTPUT) {
                memcpy(block->own, arena->base + block->buffer, bytes);
            }
            if (!intact(arena, tensor, set, stop)) {
                return false;
            }
        }
    }
    return true;
}

void arena_own(const struct arena *arena, int call, void **buffer) {
    for (int tensor = 0; tensor < arena->tensors; tensor++) {
        buffer[tensor] = arena->block[tensor][set_of(arena, tensor, call)].own;
    }
}

size_t arena_resident(const struct arena *arena) {
    size_t bytes = 0;
    for (int tensor = 0; tensor < arena->tensors; tensor++) {
        bytes += arena->tensor[tensor].bytes * (size_t)sets(arena, tensor);
    }
    return bytes;
}
