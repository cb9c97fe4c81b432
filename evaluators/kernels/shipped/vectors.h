#ifndef TW_VECTORS_H
#define TW_VECTORS_H

/* Sixteen floats at a time for the references, in generic vectors so that it builds anywhere. */

#include <immintrin.h>
#include <math.h>
#include <stdint.h>

enum { LANES = 16 };

typedef float vec __attribute__((vector_size(64)));
typedef float loose __attribute__((vector_size(64), aligned(4), may_alias));
typedef int32_t ivec __attribute__((vector_size(64)));

static inline vec load(const float *from) {
    return *(const loose *)from;
}

static inline void store(float *to, vec x) {
    *(loose *)to = x;
}

static inline vec splat(float x) {
    return x - (vec){0};
}

static inline vec greater(vec a, vec b) {
    const ivec where = a > b;
    return (vec)(((ivec)a & where) | ((ivec)b & ~where));
}

static inline float greatest(vec x) {
    float most = x[0];
    for (int i = 1; i < LANES; i++) {
        most = x[i] > most ? x[i] : most;
    }
    return most;
}

static inline float total(vec x) {
    float sum = 0;
    for (int i = 0; i < LANES; i++) {
        sum += x[i];
    }
    return sum;
}

/* e^x for x <= 0: 2^t, its whole part in the low bits after adding 1.5 x 2^23. */
static inline vec exponential(vec x) {
    const vec t = greater(x * 1.44269504f, splat(-126.0f));
    const vec shifted = t + 12582912.0f;
    const vec f = t - (shifted - 12582912.0f);
    vec p = splat(1.3333558e-3f);
    p = p * f + 9.6181291e-3f;
    p = p * f + 5.5504109e-2f;
    p = p * f + 0.24022651f;
    p = p * f + 0.69314718f;
    p = p * f + 1.0f;
    return (vec)((ivec)p + ((ivec)shifted << 23));
}

/* Exponentials of a row below its maximum, over their sum. May be in place. */
static inline void softmax(int64_t count, const float *x, float *y) {
    int64_t whole = count - count % LANES;
    vec top = splat(-3.4e38f), sum = {0};
    for (int64_t j = 0; j < whole; j += LANES) {
        top = greater(top, load(x + j));
    }
    float most = greatest(top), rest = 0;
    for (int64_t j = whole; j < count; j++) {
        most = x[j] > most ? x[j] : most;
    }
    for (int64_t j = 0; j < whole; j += LANES) {
        const vec p = exponential(load(x + j) - most);
        sum += p;
        store(y + j, p);
    }
    for (int64_t j = whole; j < count; j++) {
        rest += y[j] = expf(x[j] - most);
    }
    float factor = 1.0f / (total(sum) + rest);
    for (int64_t j = 0; j < whole; j += LANES) {
        store(y + j, load(y + j) * factor);
    }
    for (int64_t j = whole; j < count; j++) {
        y[j] *= factor;
    }
}

#endif
