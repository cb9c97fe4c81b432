#ifndef TW_ARENA_H
#define TW_ARENA_H

#include "instance.h"

/*
 * Memory shared with the processes that run kernels: buffers between guard pages, and a table that
 * says which buffers each call is given. The referee keeps private copies of all inputs, and of all
 * outputs once they are made.
 */

enum { TW_CALLS = 4096 };

/* Where buffers lie between their guard pages. */
enum placement {
    ALIGNED, /* at a multiple of 64 */
    AT_END,  /* up to the last byte before the guard page */
    SHIFTED  /* at a random multiple of the element within a cache line */
};

/* One row of the table: offsets from the beginning of the arena. */
struct row {
    int64_t buffer[TW_TENSORS];
};

/* A span without access, of what another process must know of an arena; offsets and bytes. */
struct guard {
    int64_t at;
    int64_t bytes;
};

struct block {
    size_t at;     /* first byte between guard pages */
    size_t bytes;  /* between guard pages */
    size_t buffer; /* where the buffer begins */
    unsigned char *own;
};

struct arena {
    const struct instance *instance;
    int file;
    unsigned char *base;
    size_t bytes;
    int tensors;
    struct tensor tensor[TW_TENSORS];
    int lefts;
    int rights;
    int calls; /* lefts times rights */
    struct block *block[TW_TENSORS]; /* one for each set of the tensor's side */
    size_t table;
    size_t scratch;
    size_t scratch_bytes;
    struct guard *guard;
    int guards;
    uint32_t poison;
};

/* Room for so many sets of LEFT and of RIGHT buffers, and an output for each pair. */
bool arena_open(struct arena *arena, const struct instance *instance, int lefts, int rights,
                struct stop *stop);

void arena_close(struct arena *arena);

/* Places all buffers anew and writes the table. */
void arena_place(struct arena *arena, enum placement placement, struct rng *rng);

/* New private inputs for all sets. */
void arena_fill(struct arena *arena, int regime, struct rng *rng);

/*
 * Puts the inputs into the shared buffers, in place, and signalling NaN everywhere else. Cold: and
 * drives all of it out of the caches.
 */
void arena_refresh(struct arena *arena, struct rng *rng, bool cold);

/* Copies the outputs of all calls; false where something was written that must not be. */
bool arena_collect(struct arena *arena, struct stop *stop);

/* The private copies of the buffers of one call. */
void arena_own(const struct arena *arena, int call, void **buffer);

/* Bytes of all inputs and outputs of one round. */
size_t arena_resident(const struct arena *arena);

#endif
