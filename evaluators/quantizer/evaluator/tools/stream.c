#include "stream.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { HEAD = 16, RING = 1, SCALED = 2, PLANES = 4, SCALE_BYTES = 2 };

size_t record_bytes(const struct code *code) {
    return (size_t)(TW_BLOCK / code->values * code->fresh / 8 + (code->scaled ? SCALE_BYTES : 0));
}

static uint8_t *put(uint8_t *at, const void *bytes, size_t count) {
    memcpy(at, bytes, count);
    return at + count;
}

static size_t table_bytes(const struct code *code) {
    size_t count = (size_t)code->values << code->entries;
    bool bytes = code->output == BYTE_TABLE || code->output == LATTICE;
    return code->output == FLOAT_TABLE ? 4 * count : bytes ? count : 0;
}

/* Everything is little-endian, as are the machines this runs on. */
static uint8_t *put_head(uint8_t *at, const struct book *book, float gain) {
    const struct code *code = book->code;
    uint8_t head[12] = {'T', 'W', 'Q', '1', (uint8_t)code->bits, (uint8_t)code->fresh,
                        (uint8_t)code->values, RING, 0, (uint8_t)code->output,
                        (uint8_t)code->step_count, (uint8_t)code->entries};
    head[7] = (uint8_t)(RING | (code->scaled ? SCALED : 0) | (code->planes ? PLANES : 0));
    at = put(at, head, sizeof head);
    at = put(at, &gain, sizeof gain);
    for (int step = 0; step < code->step_count; step++) {
        at = put(at, &code->step[step].operation, 4);
        at = put(at, &code->step[step].operand, 4);
    }
    const void *table =
        code->output == FLOAT_TABLE ? (const void *)book->entry : (const void *)book->byte;
    return put(at, table, table_bytes(code));
}

static double mean_square(const float *weight, int64_t count) {
    double sum = 0;
    for (int64_t at = 0; at < count; at++) {
        sum += (double)weight[at] * weight[at];
    }
    return sum / (double)count;
}

/* Half precision of a positive number, rounded to nearest; 1 in place of what is too small. */
static uint16_t half_of(double value) {
    int exponent;
    double fraction = frexp(value, &exponent);
    if (!(value > 0) || exponent < -13) {
        return 15 << 10;
    }
    long mantissa = lrint(ldexp(fraction, 11));
    long bits = ((long)(exponent + 13) << 10) + mantissa;
    return (uint16_t)(bits > 0x7bff ? 0x7bff : bits);
}

float record_scale(const struct code *code, const uint8_t *record) {
    if (!code->scaled) {
        return 1;
    }
    unsigned bits = record[0] | (unsigned)record[1] << 8;
    return ldexpf((float)((bits & 1023) + 1024), (int)(bits >> 10) - 25);
}

/* A step's lowest bits are the ones it drops: all of them together are the ring. */
static void put_states(const struct book *book, const int *state, uint8_t *bits) {
    int fresh = book->code->fresh;
    for (int step = 0; step < book->steps; step++) {
        for (int bit = 0; bit < fresh; bit++) {
            int at = step * fresh + bit;
            bits[at / 8] |= (uint8_t)((state[step] >> bit & 1) << (at % 8));
        }
    }
}

static void put_record(const struct book *book, struct trellis *trellis, const float *weight,
                       uint8_t *record) {
    float normal[TW_BLOCK];
    int state[TW_BLOCK];
    float scale = 1;
    if (book->code->scaled) {
        uint16_t half = half_of(sqrt(mean_square(weight, TW_BLOCK)));
        memcpy(record, &half, SCALE_BYTES);
        scale = record_scale(book->code, record);
    }
    for (int at = 0; at < TW_BLOCK; at++) {
        normal[at] = weight[at] / scale;
    }
    book_encode(book, trellis, normal, state);
    put_states(book, state, record + (book->code->scaled ? SCALE_BYTES : 0));
}

struct stream stream_new(const struct book *book, const float *weight, int64_t blocks) {
    const struct code *code = book->code;
    size_t record = record_bytes(code);
    struct stream stream = {.blocks = blocks};
    stream.head = HEAD + 8 * (size_t)code->step_count + table_bytes(code);
    stream.size = stream.head + record * (size_t)blocks;
    stream.bytes = calloc(stream.size + 64, 1);
    double deviation = sqrt(mean_square(weight, blocks * TW_BLOCK));
    stream.gain = book->unit * (float)(deviation > 0 ? deviation : 1);
    if (!stream.bytes) {
        abort();
    }
    put_head(stream.bytes, book, stream.gain);
    struct trellis trellis = trellis_new(code->bits, code->fresh, code->values, book->steps);
    trellis_values(&trellis, book->value);
    for (int64_t block = 0; block < blocks; block++) {
        float normal[TW_BLOCK];
        for (int at = 0; at < TW_BLOCK; at++) {
            normal[at] = weight[block * TW_BLOCK + at] / (deviation > 0 ? (float)deviation : 1);
        }
        put_record(book, &trellis, normal, stream.bytes + stream.head + record * (size_t)block);
    }
    trellis_free(&trellis);
    return stream;
}

void stream_free(struct stream *stream) {
    free(stream->bytes);
}
