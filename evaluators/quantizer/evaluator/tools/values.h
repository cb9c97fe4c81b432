#ifndef TW_VALUES_H
#define TW_VALUES_H

#include "code.h"
#include "trellis.h"

/* A code with its table, if it has one: what is needed to encode and to decode. */
struct book {
    const struct code *code;
    int states;
    int steps; /* of a block */
    /* Where in its block the which-th weight of step t lies, at t * values + which. */
    uint8_t place[TW_BLOCK];
    float *entry;     /* of the table, `values` of an entry together */
    int8_t *byte;     /* the same rounded to bytes, all zero for other outputs */
    float *raw;       /* what decoders make of states, a plane of them for each value of a step */
    int8_t *raw_byte; /* the same of codes whose values are bytes */
    float *value;     /* the same in units of the weights' standard deviation, for the encoder */
    float unit;       /* of `raw` in those units */
};

/* Makes the table: starts it and trains it on a Gaussian source. */
struct book book_new(const struct code *code, uint64_t seed);

void book_free(struct book *book);

/* The states of a block's steps; weight: 256 in units of the standard deviation. */
void book_encode(const struct book *book, struct trellis *trellis, const float *weight,
                 int *state);

#endif
