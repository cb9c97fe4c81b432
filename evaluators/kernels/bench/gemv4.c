#include <math.h>
#include <string.h>

#include "kernel.h"

/* y[M] = W[M,K] x[K]; W in blocks of 32 weights: an fp16 scale, 16 bytes of low and high halves. */

enum { W, X, Y };
enum { M, K };
enum { BLOCK = 32, BYTES = 18 };
enum regime { NORMAL, UNIFORM, MIXED, ONE_HOT, ZEROS, SUBNORMAL, HIDDEN };

typedef int entry_point(int64_t, int64_t, const uint8_t *, const float *, float *, void *, size_t);

static const char *refuse(const int64_t *size) {
    if (size[M] < 1 || size[M] > 65536 || size[K] < BLOCK || size[K] > 32768) {
        return "m is 1 to 65536, k is 32 to 32768";
    }
    return size[K] % BLOCK ? "k is a multiple of 32, the weights of a block" : NULL;
}

static int64_t blocks(const int64_t *size) {
    return size[M] * size[K] / BLOCK;
}

static int tensors(const int64_t *size, struct tensor *tensor) {
    tensor[W] = (struct tensor){"W", BYTES * (size_t)blocks(size), 2, LEFT};
    tensor[X] = (struct tensor){"x", 4 * (size_t)size[K], 4, RIGHT};
    tensor[Y] = (struct tensor){"y", 4 * (size_t)size[M], 4, OUTPUT};
    return 3;
}

/* Room for x in a few other forms. */
static size_t scratch(const int64_t *size) {
    return 8 * ((size_t)size[K] + 2048) + (1 << 16);
}

static double flops(const int64_t *size) {
    return 2.0 * (double)size[M] * (double)size[K];
}

static double bytes(const int64_t *size) {
    return (double)BYTES * (double)blocks(size) + 4.0 * (double)(size[M] + size[K]);
}

static float value(enum regime regime, struct rng *rng) {
    switch (regime) {
    case UNIFORM: return rng_uniform(rng);
    case MIXED: return rng_uniform(rng) * (float)pow(10.0, 20.0 * (double)rng_uniform(rng));
    case ZEROS: return rng_below(rng, 4) ? 0.0f : rng_uniform(rng);
    default: return rng_normal(rng);
    }
}

static void fill_x(int64_t count, enum regime regime, struct rng *rng, float *x) {
    for (int64_t i = 0; i < count; i++) {
        x[i] = regime == ONE_HOT ? 0.0f : value(regime, rng);
    }
    if (regime == ONE_HOT) {
        x[rng_below(rng, (uint64_t)count)] = 3.0f;
    }
}

/* Scales of either sign about 0.01, or those that halves hold least exactly, or many zeros. */
static _Float16 scale_of(enum regime regime, uint64_t bits) {
    float size = 0.002f + 0.02f * (float)(bits & 0xff) / 256.0f;
    if (regime == SUBNORMAL) {
        size = (float)(bits & 0xff) * 0x1p-24f;
    }
    if (regime == ZEROS && (bits & 0x600)) {
        size = 0.0f;
    }
    return (_Float16)(bits & 0x100 ? -size : size);
}

/*
 * One x in each block is many times the others, which are alike, and all its weights are zero: what
 * is lost by taking a block of x relative to its greatest, no product hides. The block spans less
 * than 2^18, so that a program has no reason to take it for an odd one.
 */
static void hide(const int64_t *size, struct rng *rng, uint8_t *weights, float *x) {
    for (int64_t at = 0; at < size[K]; at += BLOCK) {
        int half = (int)rng_below(rng, BLOCK / 2);
        for (int i = 0; i < BLOCK; i++) {
            x[at + i] = copysignf(0.75f + 0.25f * rng_uniform(rng), x[at + i]);
        }
        x[at + half] = 0x1p16f * (1.5f + 0.5f * rng_uniform(rng));
        for (int64_t i = 0; i < size[M]; i++) {
            uint8_t *byte = weights + (i * size[K] + at) / BLOCK * BYTES + 2 + half;
            *byte = (uint8_t)((*byte & 0xf0) | 8);
        }
    }
}

static void fill(const int64_t *size, int regime, struct rng *rng, void *const *buffer) {
    uint8_t *block = buffer[W];
    for (int64_t b = 0; b < blocks(size); b++, block += BYTES) {
        uint64_t half[2] = {rng_next(rng), rng_next(rng)};
        _Float16 scale = scale_of((enum regime)regime, (half[0] ^ half[1]) >> 20);
        memcpy(block, &scale, sizeof scale);
        memcpy(block + 2, half, sizeof half);
    }
    fill_x(size[K], (enum regime)regime, rng, buffer[X]);
    if (regime == HIDDEN) {
        hide(size, rng, buffer[W], buffer[X]);
    }
}

static int call(void *entry, const int64_t *size, void *const *buffer, void *room, size_t bytes) {
    return ((entry_point *)entry)(size[M], size[K], buffer[W], buffer[X], buffer[Y], room, bytes);
}

/* A row's sum, and that of its absolute products. */
static double row_of(int64_t count, const uint8_t *block, const float *x, double *length) {
    double sum = 0;
    *length = 0;
    for (int64_t at = 0; at < count; at += BLOCK, block += BYTES) {
        _Float16 scale;
        double part = 0;
        double all = 0;
        memcpy(&scale, block, sizeof scale);
        for (int i = 0; i < BLOCK / 2; i++) {
            double low = ((block[2 + i] & 15) - 8) * (double)x[at + i];
            double high = ((block[2 + i] >> 4) - 8) * (double)x[at + BLOCK / 2 + i];
            part += low + high;
            all += fabs(low) + fabs(high);
        }
        sum += part * (double)scale;
        *length += all * fabs((double)scale);
    }
    return sum;
}

/* Whatever the effort: every row in double takes less time than the inputs took to make. */
static double error(const int64_t *size, enum effort effort, struct rng *rng, void *const *buffer) {
    (void)effort;
    (void)rng;
    double worst = 0;
    const float *y = buffer[Y];
    for (int64_t i = 0; i < size[M]; i++) {
        double length;
        const uint8_t *row = (const uint8_t *)buffer[W] + i * size[K] / BLOCK * BYTES;
        double off = fabs((double)y[i] - row_of(size[K], row, buffer[X], &length));
        if (!isfinite(y[i])) {
            return INFINITY;
        }
        off -= (double)size[K] * 0x1p-149;
        worst = fmax(worst, off <= 0 ? 0 : length > 0 ? off / length : INFINITY);
    }
    return worst;
}

/* Twice x gives exactly twice y. */
static void double_x(const int64_t *size, uint64_t seed, void *const *buffer) {
    (void)seed;
    float *x = buffer[X];
    for (int64_t i = 0; i < size[K]; i++) {
        x[i] *= 2.0f;
    }
}

static bool doubled_y(const int64_t *size, uint64_t seed, void *const *before,
                      void *const *after) {
    (void)seed;
    const float *old = before[Y];
    const float *new = after[Y];
    bool equal = true;
    for (int64_t i = 0; i < size[M]; i++) {
        equal &= new[i] == 2.0f * old[i];
    }
    return equal;
}

static const char *const regimes[] = {
    "normal", "uniform", "mixed scales", "one of x", "zeros", "subnormal scales",
    "greatest of x without weight", NULL};

/* All but the last one. */
static const char *const fixed_regimes[] = {"normal", "uniform",          "mixed scales", "one of x",
                                            "zeros",  "subnormal scales", NULL};

static const struct relation relations[] = {{"x doubled", double_x, doubled_y}, {NULL, NULL, NULL}};

static const struct reference references[] = {{"shipped", "shipped-gemv4.so", false},
                                              {NULL, NULL, false}};

const struct kernel tw_gemv4_kernel = {.name = "gemv4",
                                       .symbol = "tw_gemv4",
                                       .sizes = {"m", "k", NULL},
                                       .limit = 2e-6,
                                       .refuse = refuse,
                                       .tensors = tensors,
                                       .scratch = scratch,
                                       .flops = flops,
                                       .bytes = bytes,
                                       .regimes = regimes,
                                       .fill = fill,
                                       .call = call,
                                       .error = error,
                                       .relations = relations,
                                       .references = references};

/* Programs that take x in fixed point, relative to the greatest of its block: a class of its own. */
const struct kernel tw_gemv4_fixed_kernel = {.name = "gemv4-fixed",
                                             .symbol = "tw_gemv4",
                                             .sizes = {"m", "k", NULL},
                                             .limit = 2e-6,
                                             .refuse = refuse,
                                             .tensors = tensors,
                                             .scratch = scratch,
                                             .flops = flops,
                                             .bytes = bytes,
                                             .regimes = fixed_regimes,
                                             .fill = fill,
                                             .call = call,
                                             .error = error,
                                             .relations = relations,
                                             .references = references};
