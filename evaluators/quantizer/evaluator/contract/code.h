#ifndef TW_CODE_H
#define TW_CODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What settings are lowered to: `candidate.h` defines TW_CODE, an initialiser of `struct code`, and
 * tw_register; `candidate.c` defines the two decoders below.
 *
 * A block is 256 weights, coded by 256 / values steps. A record's bits are a ring, the lowest of
 * each byte first. The state of step t is the number made of its bits t * fresh to
 * t * fresh + bits - 1, the first of them the lowest.
 */

enum { TW_BLOCK = 256, TW_STEPS = 8, TW_MOST_BITS = 16 };

/* How a register becomes values; the numbers are those of the stream. */
enum output {
    BYTE_SUM = 0,
    HALF_SUM = 1,
    HALVES = 2,
    FLOAT_TABLE = 3,
    BYTE_TABLE = 4,
    BYTE_MEAN = 5,
    LATTICE = 6
};

/*
 * The table before it is trained: quantiles of the normal distribution in order, equal steps, or
 * from 2 on the quantiles in an order drawn from this seed.
 */
enum start { QUANTILES = 0, GRID = 1, SHUFFLED = 2 };

/* An operation on the register, as the stream numbers them. */
struct step {
    uint32_t operation;
    uint32_t operand;
};

struct code {
    int bits;    /* L, of a state */
    int fresh;   /* k, bits of a step */
    int values;  /* V, weights of a step */
    bool planes; /* step t of a block stands for weight (t mod p) * n / p + t / p of its n steps,
                    p = 8 / fresh; else for weight t */
    bool scaled; /* a record begins with a scale in half precision */
    enum output output;
    int entries; /* log2 of a table's entries, 0 without one */
    int step_count;
    struct step step[TW_STEPS];
    int start;
    int rounds; /* of training; 0: the table stays as it starts */
    int sample; /* log2 of the weights trained on in each round */
    float gain; /* times the root mean square of the weights is the gain of a stream */
};

/*
 * The fast decoders; NULL where this machine or this code has none, and then the portable ones are
 * timed. Out: weights as whole numbers, or times their gain and scale.
 */
typedef void decode8(const uint8_t *records, int64_t blocks, const int8_t *table, int8_t *out);
typedef void decode32(const uint8_t *records, int64_t blocks, const int8_t *table, float gain,
                      float *out);

extern decode8 *const tw_fast8;
extern decode32 *const tw_fast32;
extern const char *const tw_fast_name; /* of the instruction set */

#endif
