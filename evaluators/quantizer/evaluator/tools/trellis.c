#include "trellis.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#if defined(__AVX512BW__)
#include <immintrin.h>
#endif

/*
 * A weight of 1.0. The square of a difference of 1.0, rounded to 15 bits less, is then 1024;
 * differences beyond 5.6 would wrap, which no path worth taking has.
 */
static const float ONE = 5792.6f;

/* More than the costs of two states of a step can differ by, but for very unlikely weights. */
enum { FAR = 32000, MOST_WEIGHTS = 256 };

static void *room(size_t bytes) {
    void *at = aligned_alloc(64, (bytes + 127) / 64 * 64);
    if (!at) {
        abort();
    }
    return at;
}

struct trellis trellis_new(int bits, int fresh, int values, int steps) {
    struct trellis new = {.bits = bits, .fresh = fresh, .values = values, .steps = steps};
    new.states = 1 << bits;
    new.groups = new.states >> fresh;
    new.value = room((size_t)new.states * (size_t)values * sizeof *new.value);
    new.cost = room((size_t)new.states * sizeof *new.cost);
    new.least = room((size_t)new.groups * sizeof *new.least);
    new.from = room((size_t)new.groups * (size_t)steps);
    return new;
}

void trellis_free(struct trellis *trellis) {
    free(trellis->value);
    free(trellis->cost);
    free(trellis->least);
    free(trellis->from);
}

static int16_t fixed(float value) {
    float scaled = rintf(value * ONE);
    return (int16_t)(scaled > 32000 ? 32000 : scaled < -32000 ? -32000 : scaled);
}

void trellis_values(struct trellis *trellis, const float *value) {
    for (int at = 0; at < trellis->states * trellis->values; at++) {
        trellis->value[at] = fixed(value[at]);
    }
}

/* For each group the least cost of the states that lead to it, less `base`; returns the least. */
static unsigned choose_plainly(const struct trellis *trellis, uint8_t *from, unsigned base) {
    unsigned lowest = UINT16_MAX;
    for (int group = 0; group < trellis->groups; group++) {
        unsigned best = trellis->cost[group];
        uint8_t plane = 0;
        for (int other = 1; other < 1 << trellis->fresh; other++) {
            unsigned cost = trellis->cost[other * trellis->groups + group];
            plane = cost < best ? (uint8_t)other : plane;
            best = cost < best ? cost : best;
        }
        best = best > base ? best - base : 0;
        trellis->least[group] = (uint16_t)(best > FAR ? FAR : best);
        from[group] = plane;
        lowest = best < lowest ? best : lowest;
    }
    return lowest;
}

/* The costs of all states of a step, from what leads to their groups. */
static void extend_plainly(const struct trellis *trellis, const int16_t *weight) {
    for (int state = 0; state < trellis->states; state++) {
        unsigned cost = trellis->least[state >> trellis->fresh];
        for (int value = 0; value < trellis->values; value++) {
            int16_t off = (int16_t)(weight[value] - trellis->value[value * trellis->states + state]);
            cost += ((unsigned)(off * off) + (1 << 14)) >> 15;
        }
        trellis->cost[state] = (uint16_t)(cost > UINT16_MAX ? UINT16_MAX : cost);
    }
}

#if defined(__AVX512BW__)

enum { LANES = 32 };

static unsigned choose(const struct trellis *trellis, uint8_t *from, unsigned base) {
    if (trellis->groups < LANES) {
        return choose_plainly(trellis, from, base);
    }
    __m512i off = _mm512_set1_epi16((short)base), far = _mm512_set1_epi16((short)FAR);
    __m512i lowest = _mm512_set1_epi16(-1);
    for (int group = 0; group < trellis->groups; group += LANES) {
        const uint16_t *cost = trellis->cost + group;
        __m512i best = _mm512_load_si512(cost), plane = _mm512_setzero_si512();
        for (int other = 1; other < 1 << trellis->fresh; other++) {
            __m512i here = _mm512_load_si512(cost + other * trellis->groups);
            __mmask32 better = _mm512_cmplt_epu16_mask(here, best);
            best = _mm512_min_epu16(here, best);
            plane = _mm512_mask_mov_epi16(plane, better, _mm512_set1_epi16((short)other));
        }
        best = _mm512_min_epu16(_mm512_subs_epu16(best, off), far);
        lowest = _mm512_min_epu16(lowest, best);
        _mm512_store_si512(trellis->least + group, best);
        _mm256_store_si256((__m256i *)(from + group), _mm512_cvtepi16_epi8(plane));
    }
    uint16_t lane[LANES];
    _mm512_storeu_si512(lane, lowest);
    unsigned least = UINT16_MAX;
    for (int at = 0; at < LANES; at++) {
        least = lane[at] < least ? lane[at] : least;
    }
    return least;
}

static void extend(const struct trellis *trellis, const int16_t *weight) {
    if (trellis->states < LANES || trellis->groups < LANES) {
        extend_plainly(trellis, weight);
        return;
    }
    uint16_t lane[LANES];
    for (int at = 0; at < LANES; at++) {
        lane[at] = (uint16_t)(at >> trellis->fresh);
    }
    __m512i spread = _mm512_loadu_si512(lane);
    for (int state = 0; state < trellis->states; state += LANES) {
        const uint16_t *least = trellis->least + (state >> trellis->fresh);
        __m512i cost = _mm512_castsi256_si512(_mm256_loadu_si256((const __m256i *)least));
        cost = _mm512_permutexvar_epi16(spread, cost);
        for (int value = 0; value < trellis->values; value++) {
            const int16_t *column = trellis->value + value * trellis->states;
            __m512i off = _mm512_sub_epi16(_mm512_set1_epi16(weight[value]),
                                           _mm512_load_si512(column + state));
            cost = _mm512_adds_epu16(cost, _mm512_mulhrs_epi16(off, off));
        }
        _mm512_store_si512(trellis->cost + state, cost);
    }
}

#else

static unsigned choose(const struct trellis *trellis, uint8_t *from, unsigned base) {
    return choose_plainly(trellis, from, base);
}

static void extend(const struct trellis *trellis, const int16_t *weight) {
    extend_plainly(trellis, weight);
}

#endif

/* The best state of the first step, of those that end in `cut` where it is not negative. */
static int first_state(const struct trellis *trellis, int cut) {
    int best = cut < 0 ? 0 : cut;
    int stride = cut < 0 ? 1 : trellis->groups;
    for (int state = best; state < trellis->states; state += stride) {
        best = trellis->cost[state] < trellis->cost[best] ? state : best;
    }
    return best;
}

/* The best path; cut: the bits at which the ring closes, or negative for a path that need not. */
static void path(struct trellis *trellis, const int16_t *weight, int cut, int *state) {
    for (int group = 0; group < trellis->groups; group++) {
        trellis->least[group] = cut < 0 || group == cut ? 0 : FAR;
    }
    unsigned base = 0;
    for (int step = trellis->steps - 1;; step--) {
        extend(trellis, weight + step * trellis->values);
        if (step == 0) {
            break;
        }
        base = choose(trellis, trellis->from + (size_t)(step - 1) * (size_t)trellis->groups, base);
    }
    state[0] = first_state(trellis, cut);
    for (int step = 1; step < trellis->steps; step++) {
        int group = state[step - 1] >> trellis->fresh;
        int plane = trellis->from[(size_t)(step - 1) * (size_t)trellis->groups + (size_t)group];
        state[step] = plane * trellis->groups + group;
    }
}

/*
 * Two passes (QTIP, algorithm 4): a free path over the block turned by half tells where the ring
 * is best cut, and the second pass keeps to that. A good ring, not always the best.
 */
void trellis_ring(struct trellis *trellis, const float *weight, int *state) {
    int count = trellis->steps * trellis->values;
    int half = trellis->steps / 2 * trellis->values;
    int16_t block[MOST_WEIGHTS], turned[MOST_WEIGHTS];
    for (int at = 0; at < count; at++) {
        block[at] = fixed(weight[at]);
    }
    for (int at = 0; at < count; at++) {
        turned[at] = block[(at + half) % count];
    }
    path(trellis, turned, -1, state);
    int cut = state[trellis->steps - trellis->steps / 2] & (trellis->groups - 1);
    path(trellis, block, cut, state);
}
