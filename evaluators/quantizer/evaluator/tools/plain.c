#include "plain.h"

bool gives_bytes(const struct code *code) {
    return code->output == BYTE_TABLE || code->output == BYTE_MEAN;
}

void plain8(const struct book *book, const uint8_t *records, int64_t blocks, int8_t *out) {
    const struct code *code = book->code;
    size_t bytes = record_bytes(code);
    for (int64_t block = 0; block < blocks; block++) {
        for (int step = 0; step < book->steps; step++) {
            uint32_t state = record_state(code, records + bytes * (size_t)block, step);
            for (int which = 0; which < code->values; which++) {
                int8_t value = (int8_t)book_value(book, state, which);
                out[block * TW_BLOCK + book_place(code, step, which)] = value;
            }
        }
    }
}

void plain32(const struct book *book, const uint8_t *records, int64_t blocks, float gain,
             float *out) {
    const struct code *code = book->code;
    size_t bytes = record_bytes(code);
    for (int64_t block = 0; block < blocks; block++) {
        const uint8_t *record = records + bytes * (size_t)block;
        float factor = gain * record_scale(code, record);
        for (int step = 0; step < book->steps; step++) {
            uint32_t state = record_state(code, record, step);
            for (int which = 0; which < code->values; which++) {
                float value = book_value(book, state, which);
                out[block * TW_BLOCK + book_place(code, step, which)] = factor * value;
            }
        }
    }
}
