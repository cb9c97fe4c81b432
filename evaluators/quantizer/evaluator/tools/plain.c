#include "plain.h"

#include <string.h>

bool gives_bytes(const struct code *code) {
    return code->output == BYTE_TABLE || code->output == BYTE_MEAN ||
           code->output == LATTICE;
}

/* A record's bits and the first of them again: every window is within four bytes of it. */
struct ring {
    uint8_t bits[TW_BLOCK + 8];
};

static struct ring unrolled(const struct code *code, const uint8_t *record) {
    struct ring ring;
    size_t lead = code->scaled ? 2 : 0, bytes = record_bytes(code) - lead;
    memcpy(ring.bits, record + lead, bytes);
    for (size_t at = 0; at < 8; at++) {
        ring.bits[bytes + at] = ring.bits[at % bytes];
    }
    return ring;
}

static inline uint32_t state_of(const struct code *code, const struct ring *ring, int step) {
    uint32_t word;
    int bit = step * code->fresh;
    memcpy(&word, ring->bits + bit / 8, sizeof word);
    return word >> bit % 8 & ((1u << code->bits) - 1);
}

void plain8(const struct book *book, const uint8_t *records, int64_t blocks, int8_t *out) {
    const struct code *code = book->code;
    size_t bytes = record_bytes(code);
    for (int64_t block = 0; block < blocks; block++, records += bytes, out += TW_BLOCK) {
        struct ring ring = unrolled(code, records);
        for (int step = 0; step < book->steps; step++) {
            const int8_t *value = book->raw_byte + state_of(code, &ring, step);
            for (int which = 0; which < code->values; which++) {
                out[book->place[step * code->values + which]] = value[which * book->states];
            }
        }
    }
}

void plain32(const struct book *book, const uint8_t *records, int64_t blocks, float gain,
             float *out) {
    const struct code *code = book->code;
    size_t bytes = record_bytes(code);
    for (int64_t block = 0; block < blocks; block++, records += bytes, out += TW_BLOCK) {
        struct ring ring = unrolled(code, records);
        float factor = gain * record_scale(code, records);
        for (int step = 0; step < book->steps; step++) {
            const float *value = book->raw + state_of(code, &ring, step);
            for (int which = 0; which < code->values; which++) {
                out[book->place[step * code->values + which]] = factor * value[which * book->states];
            }
        }
    }
}
