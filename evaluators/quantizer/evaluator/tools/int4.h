#ifndef TW_INT4_H
#define TW_INT4_H

#include <stdint.h>

/*
 * What decoders are compared with: 4-bit whole numbers, nibble - 8, as plain and as fast as this
 * machine has them. A multiple of 256 weights.
 */
struct int4 {
    const char *name;
    void (*bytes)(const uint8_t *code, int64_t weights, int8_t *out);
    void (*floats)(const uint8_t *code, int64_t weights, float gain, float *out);
};

/* All that run here, ended by one without a name; the fastest in a run is the reference. */
extern const struct int4 int4_decoders[];

#endif
