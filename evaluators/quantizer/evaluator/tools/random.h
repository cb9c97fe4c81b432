#ifndef TW_RANDOM_H
#define TW_RANDOM_H

#include <math.h>
#include <stdint.h>

/* SplitMix64 (Steele, Lea, Flood 2014): small, fast, equal on every machine. */
struct rng {
    uint64_t state;
};

static inline uint64_t rng_next(struct rng *rng) {
    uint64_t mixed = rng->state += 0x9e3779b97f4a7c15u;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
    return mixed ^ (mixed >> 31);
}

/* Standard normal (Box and Muller). */
static inline float rng_normal(struct rng *rng) {
    double radius = sqrt(-2.0 * log((double)((rng_next(rng) >> 11) + 1) * 0x1p-53));
    return (float)(radius * cos(6.283185307179586 * (double)(rng_next(rng) >> 11) * 0x1p-53));
}

#endif
