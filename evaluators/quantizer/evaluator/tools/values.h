#ifndef TW_VALUES_H
#define TW_VALUES_H

#include "code.h"
#include "trellis.h"

/* A code with its table, if it has one: what is needed to encode and to decode. */
struct book {
    const struct code *code;
    int states;
    int steps;         /* of a block */
    float *entry;      /* of the table, `values` of an entry together, in units of value */
    int8_t *byte;      /* the same as signed bytes; all zero for other outputs */
    float *value;      /* planes of states, in units of the weights' standard deviation */
    float unit;        /* a value of the decoder times this is in those units */
};

/* What the candidate's operations make of a state. */
uint32_t book_register(uint32_t state);

/* Makes the table: starts it and trains it on a Gaussian source. */
struct book book_new(const struct code *code, uint64_t seed);

void book_free(struct book *book);

/* A decoder's value of a state, the which-th of its step. */
float book_value(const struct book *book, uint32_t state, int which);

/* The states of a block's steps; weight: 256 in units of the standard deviation. */
void book_encode(const struct book *book, struct trellis *trellis, const float *weight,
                 int *state);

/* Where the weights of a step lie in a block: of step t the which-th. */
static inline int book_place(const struct code *code, int step, int which) {
    if (!code->planes) {
        return step * code->values + which;
    }
    int planes = 8 / code->fresh;
    int length = TW_BLOCK / code->values / planes;
    return (step % planes * code->values + which) * length + step / planes;
}

#endif
