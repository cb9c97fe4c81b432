#ifndef TW_PLAIN_H
#define TW_PLAIN_H

#include "stream.h"

/*
 * Decoders in plain C for any code: what the fast ones must agree with, bit for bit, and what is
 * timed where there is no fast one.
 */

/* Weights as whole numbers, of codes with bytes for values. */
void plain8(const struct book *book, const uint8_t *records, int64_t blocks, int8_t *out);

/* Weights, as (gain * scale) * value. */
void plain32(const struct book *book, const uint8_t *records, int64_t blocks, float gain,
             float *out);

/* Whether values are whole numbers of a byte. */
bool gives_bytes(const struct code *code);

#endif
