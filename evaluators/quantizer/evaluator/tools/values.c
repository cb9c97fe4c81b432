#include "values.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "candidate.h"
#include "lattice.h"
#include "random.h"
#include "trellis.h"

static void *zeros(size_t count, size_t bytes) {
    void *at = calloc(count ? count : 1, bytes);
    if (!at) {
        abort();
    }
    return at;
}

/* Half precision, whose subnormal and not finite numbers no sensible code makes but some do. */
static float half(uint32_t bits) {
    int exponent = (int)(bits >> 10 & 31);
    float fraction = (float)(bits & 1023);
    float size = exponent == 0    ? ldexpf(fraction, -24)
                 : exponent == 31 ? (fraction > 0 ? NAN : INFINITY)
                                  : ldexpf(fraction + 1024, exponent - 25);
    return bits >> 15 & 1 ? -size : size;
}

static int byte_sum(uint32_t x) {
    return (int)((x & 255) + (x >> 8 & 255) + (x >> 16 & 255) + (x >> 24));
}

static size_t entry_of(const struct code *code, uint32_t x, int which) {
    return (size_t)(x & ((1u << code->entries) - 1)) * (size_t)code->values + (size_t)which;
}

static float raw_value(const struct book *book, uint32_t state, int which) {
    uint32_t x = tw_register(state);
    switch (book->code->output) {
    case BYTE_SUM:
        return (float)(byte_sum(x) - 510);
    case BYTE_MEAN:
        return (float)((byte_sum(x) >> 2) - 128);
    case HALF_SUM:
        return half(x & 65535) + half(x >> 16);
    case HALVES:
        return half(which ? x >> 16 : x & 65535);
    case FLOAT_TABLE:
        return book->entry[entry_of(book->code, x, which)];
    case BYTE_TABLE:
        return book->byte[entry_of(book->code, x, which)];
    case LATTICE:
        return (float)lattice_value(book->byte, x, which);
    }
    return NAN;
}

/* The value below which a normal variable falls with a probability. */
static double quantile(double probability) {
    double low = -9, high = 9;
    for (int halving = 0; halving < 60; halving++) {
        double middle = (low + high) / 2;
        *(erfc(-middle / sqrt(2)) / 2 < probability ? &low : &high) = middle;
    }
    return low;
}

static int reversed(int number, int bits) {
    int out = 0;
    for (int bit = 0; bit < bits; bit++) {
        out |= (number >> bit & 1) << (bits - 1 - bit);
    }
    return out;
}

static void shuffle(float *table, int count, int values, uint64_t seed) {
    struct rng rng = {seed};
    for (int at = count - 1; at > 0; at--) {
        int other = (int)(rng_next(&rng) % (uint64_t)(at + 1));
        for (int which = 0; which < values; which++) {
            float held = table[at * values + which];
            table[at * values + which] = table[other * values + which];
            table[other * values + which] = held;
        }
    }
}

/* The second value of an entry starts in another order, so that entries fill the plane. */
static void start_table(struct book *book) {
    const struct code *code = book->code;
    int entries = 1 << code->entries;
    for (int at = 0; at < entries * code->values; at++) {
        int entry = at / code->values;
        entry = at % code->values ? reversed(entry, code->entries) : entry;
        double rank = (entry + 0.5) / entries;
        double grid = (entry - (entries - 1) / 2.0);
        book->entry[at] = (float)(code->start == GRID ? grid : 0.97 * quantile(rank));
    }
    if (code->start >= SHUFFLED) {
        shuffle(book->entry, entries, code->values, (uint64_t)code->start);
    }
}

/* Rounds the table to bytes with one unit for all. */
static void round_table(struct book *book) {
    int count = (1 << book->code->entries) * book->code->values;
    float most = 0;
    for (int at = 0; at < count; at++) {
        most = fmaxf(most, fabsf(book->entry[at]));
    }
    book->unit = most > 0 ? most / 127 : 1;
    for (int at = 0; at < count; at++) {
        book->byte[at] = (int8_t)lrintf(book->entry[at] / book->unit);
    }
}

static bool has_table(const struct code *code) {
    return code->output == FLOAT_TABLE || code->output == BYTE_TABLE;
}

/* Generators and grids have no unit of their own: their root mean square becomes `gain`. */
static void set_unit(struct book *book) {
    bool trained = has_table(book->code) && book->code->start != GRID;
    if (book->code->output == BYTE_TABLE) {
        round_table(book);
    }
    double square = 0;
    int count = book->states * book->code->values;
    for (int at = 0; at < count; at++) {
        float value = raw_value(book, (uint32_t)(at % book->states), at / book->states);
        square += (double)value * value;
    }
    double own = book->code->output == BYTE_TABLE ? book->unit : 1;
    double unit = trained ? own : 1 / sqrt(square / count);
    book->unit = (float)(unit * book->code->gain);
}

static void tabulate(struct book *book, float unit) {
    for (int at = 0; at < book->states * book->code->values; at++) {
        float value = raw_value(book, (uint32_t)(at % book->states), at / book->states);
        book->raw[at] = value;
        book->raw_byte[at] = (int8_t)(fabsf(value) <= 128 ? value : 0);
        book->value[at] = unit * (isfinite(value) ? value : 0);
    }
}

void book_encode(const struct book *book, struct trellis *trellis, const float *weight,
                 int *state) {
    float block[TW_BLOCK];
    for (int at = 0; at < TW_BLOCK; at++) {
        block[at] = weight[book->place[at]];
    }
    if (book->code->output == LATTICE) {
        lattice_nearest(book->byte, block, book->unit, state);
        return;
    }
    trellis_ring(trellis, block, state);
}

/* One round: code fresh weights, then move each entry to the mean of what it stood for. */
static void improve(struct book *book, struct trellis *trellis, struct rng *rng) {
    const struct code *code = book->code;
    size_t count = (size_t)code->values << code->entries;
    double *sum = zeros(count, sizeof *sum), *met = zeros(count, sizeof *met);
    for (int block = 0; block < (1 << code->sample) / TW_BLOCK; block++) {
        float weight[TW_BLOCK];
        int state[TW_BLOCK];
        for (int at = 0; at < TW_BLOCK; at++) {
            weight[at] = rng_normal(rng);
        }
        book_encode(book, trellis, weight, state);
        for (int at = 0; at < TW_BLOCK; at++) {
            int step = at / code->values, which = at % code->values;
            size_t entry = entry_of(code, tw_register((uint32_t)state[step]), which);
            sum[entry] += weight[book->place[at]];
            met[entry]++;
        }
    }
    for (size_t at = 0; at < count; at++) {
        book->entry[at] = met[at] > 0 ? (float)(sum[at] / met[at]) : book->entry[at];
    }
    free(sum);
    free(met);
}

/* Tables are trained as floats, whatever they are rounded to afterwards. */
static void train(struct book *book, uint64_t seed) {
    struct code floats = *book->code;
    const struct code *own = book->code;
    floats.output = FLOAT_TABLE;
    book->code = &floats;
    struct trellis trellis = trellis_new(own->bits, own->fresh, own->values, book->steps);
    struct rng rng = {seed};
    for (int round = 0; round < own->rounds; round++) {
        tabulate(book, 1);
        trellis_values(&trellis, book->value);
        improve(book, &trellis, &rng);
    }
    trellis_free(&trellis);
    book->code = own;
}

static int place(const struct code *code, int step, int which) {
    if (!code->planes) {
        return step * code->values + which;
    }
    int planes = 8 / code->fresh;
    int length = TW_BLOCK / code->values / planes;
    return (step % planes * code->values + which) * length + step / planes;
}

struct book book_new(const struct code *code, uint64_t seed) {
    struct book book = {.code = code, .states = 1 << code->bits, .steps = TW_BLOCK / code->values};
    for (int at = 0; at < TW_BLOCK; at++) {
        book.place[at] = (uint8_t)place(code, at / code->values, at % code->values);
    }
    size_t entries = (size_t)code->values << code->entries;
    book.entry = zeros(entries, sizeof *book.entry);
    book.byte = zeros(entries, sizeof *book.byte);
    size_t values = (size_t)book.states * (size_t)code->values;
    book.raw = zeros(values, sizeof *book.raw);
    book.raw_byte = zeros(values, sizeof *book.raw_byte);
    book.value = zeros(values, sizeof *book.value);
    if (has_table(code)) {
        start_table(&book);
        train(&book, seed);
    }
    if (code->output == LATTICE) {
        lattice_table(book.byte);
    }
    set_unit(&book);
    tabulate(&book, book.unit);
    return book;
}

void book_free(struct book *book) {
    free(book->entry);
    free(book->byte);
    free(book->raw);
    free(book->raw_byte);
    free(book->value);
}
