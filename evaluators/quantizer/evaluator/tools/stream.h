#ifndef TW_STREAM_H
#define TW_STREAM_H

#include "values.h"

/* Coded weights in the layout that quantizer.reference.Stream describes. */
struct stream {
    uint8_t *bytes;
    size_t size;
    size_t head; /* bytes before the records */
    int64_t blocks;
    float gain;
};

/* Bytes of a record. */
size_t record_bytes(const struct code *code);

/* Codes blocks of 256 weights. The gain follows from the root mean square of all of them. */
struct stream stream_new(const struct book *book, const float *weight, int64_t blocks);

void stream_free(struct stream *stream);

/* The state of a step of a record. */
uint32_t record_state(const struct code *code, const uint8_t *record, int step);

/* The scale a record begins with, 1 without one. */
float record_scale(const struct code *code, const uint8_t *record);

#endif
