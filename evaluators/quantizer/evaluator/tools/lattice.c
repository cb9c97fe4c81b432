#include "lattice.h"

#include <math.h>

#include "code.h"

/* Odd numbers of halves: two bits of `at` for each. */
static int halves(unsigned at, int part) {
    return (int)(2 * (at >> 2 * part & 3) + 1);
}

static int squares(unsigned at) {
    int sum = 0;
    for (int part = 0; part < LATTICE_WIDTH; part++) {
        sum += halves(at, part) * halves(at, part);
    }
    return sum;
}

/*
 * Points of the lattice have an even sum. Turning a sign changes the sum of such numbers by an odd
 * number of units, so the parity of the signs is fixed: the last one, negative, makes it even.
 */
static void put_entry(int8_t *entry, unsigned at) {
    int sum = 0;
    for (int part = 0; part < LATTICE_WIDTH; part++) {
        entry[part] = (int8_t)(2 * halves(at, part));
        sum += halves(at, part);
    }
    if (sum / 2 % 2 != 0) {
        entry[LATTICE_WIDTH - 1] = (int8_t)-entry[LATTICE_WIDTH - 1];
    }
}

/* The shortest first: 227 of squared length up to 10, then some of 12. */
void lattice_table(int8_t *table) {
    int count = 0;
    for (int length = 8; count < LATTICE_ENTRIES; length += 8) {
        for (unsigned at = 0; at < 1u << 2 * LATTICE_WIDTH && count < LATTICE_ENTRIES; at++) {
            if (squares(at) == length) {
                put_entry(table + LATTICE_WIDTH * count, at);
                count++;
            }
        }
    }
}

int lattice_value(const int8_t *table, uint32_t point, int which) {
    uint32_t signs = point >> 1 & 127;
    signs |= (uint32_t)__builtin_parity(signs) << (LATTICE_WIDTH - 1);
    int size = table[LATTICE_WIDTH * (point >> 8 & 255) + which];
    return (signs >> which & 1 ? -size : size) + ((point & 1) ? -1 : 1);
}

/* The nearest point of one entry and shift, its square distance in `least` where it is less. */
static int try_entry(const int8_t *entry, const float *off, float *least) {
    float error = 0, dearest = INFINITY;
    int flip = 0, signs = 0;
    for (int part = 0; part < LATTICE_WIDTH; part++) {
        float along = entry[part] < 0 ? -off[part] : off[part];
        float size = fabsf((float)entry[part]);
        float away = fabsf(along) - size;
        float dear = 4 * size * fabsf(along); /* what turning the sign round costs */
        error += away * away;
        flip = dear < dearest ? part : flip;
        dearest = dear < dearest ? dear : dearest;
        signs |= (along < 0) << part;
    }
    if (__builtin_parity((unsigned)signs)) {
        error += dearest;
        signs ^= 1 << flip;
    }
    if (error >= *least) {
        return -1;
    }
    *least = error;
    return (signs & 127) << 1;
}

static int nearest(const int8_t *table, const float *weight, float unit) {
    float least = INFINITY;
    int best = 0;
    for (int shift = 0; shift < 2; shift++) {
        float off[LATTICE_WIDTH];
        for (int part = 0; part < LATTICE_WIDTH; part++) {
            off[part] = weight[part] / unit - (shift ? -1.0f : 1.0f);
        }
        for (int entry = 0; entry < LATTICE_ENTRIES; entry++) {
            int signs = try_entry(table + LATTICE_WIDTH * entry, off, &least);
            best = signs < 0 ? best : entry << 8 | signs | shift;
        }
    }
    return best;
}

void lattice_nearest(const int8_t *table, const float *weight, float unit, int *point) {
    for (int at = 0; at < TW_BLOCK / LATTICE_WIDTH; at++) {
        point[at] = nearest(table, weight + LATTICE_WIDTH * at, unit);
    }
}
