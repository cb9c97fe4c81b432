#include <math.h>
#include <string.h>

#include "kernel.h"

/* Each of R rows of C: op 0 is softmax, op 1 is x / sqrt(mean(x^2) + 1e-6) times g. */

enum { X, G, Y };
enum { OP, R, C };
enum { SOFTMAX, RMSNORM };
enum regime { NORMAL, OFFSETS, ONE_LEFT, EQUAL, WIDE };

extern const struct kernel tw_rows_kernel;

typedef int entry_point(int, int64_t, int64_t, const float *, const float *, float *, void *,
                        size_t);

static const char *refuse(const int64_t *size) {
    if (size[OP] < SOFTMAX || size[OP] > RMSNORM) {
        return "op is 0 for softmax or 1 for rmsnorm";
    }
    return size[R] < 1 || size[C] < 1 || size[R] > 65536 || size[C] > 1 << 20
                   || size[R] * size[C] > 1 << 26
               ? "r is 1 to 65536, c is 1 to 1048576, both together at most 67108864 elements"
               : NULL;
}

static int tensors(const int64_t *size, struct tensor *tensor) {
    size_t bytes = 4 * (size_t)(size[R] * size[C]);
    tensor[X] = (struct tensor){"X", bytes, 4, LEFT};
    tensor[G] = (struct tensor){"g", 4 * (size_t)size[C], 4, LEFT};
    tensor[Y] = (struct tensor){"Y", bytes, 4, OUTPUT};
    return 3;
}

/* Room for a row, padded. */
static size_t scratch(const int64_t *size) {
    return 4 * ((size_t)size[C] + 64) + (1 << 16);
}

static double flops(const int64_t *size) {
    return 4.0 * (double)size[R] * (double)size[C];
}

static double bytes(const int64_t *size) {
    return 8.0 * (double)size[R] * (double)size[C];
}

/* Cheaper than a normal number, and all that timing needs. */
static float roughly_normal(struct rng *rng) {
    uint64_t bits = rng_next(rng);
    int32_t sum = 0;
    for (int part = 0; part < 4; part++, bits >>= 16) {
        sum += (int32_t)(bits & 0xffff) - 32768;
    }
    return (float)sum * (1.0f / 37837.0f);
}

static void fill_row(const int64_t *size, enum regime regime, struct rng *rng, float *x) {
    float offset = regime == OFFSETS ? 1e4f * rng_normal(rng) : 0.0f;
    float spread = regime == WIDE ? 30.0f : regime == EQUAL ? 0.0f : 1.0f;
    for (int64_t j = 0; j < size[C]; j++) {
        x[j] = offset + spread * roughly_normal(rng);
    }
    if (regime == EQUAL) {
        float value = rng_normal(rng);
        for (int64_t j = 0; j < size[C]; j++) {
            x[j] = value;
        }
    }
    if (regime == ONE_LEFT && size[OP] == SOFTMAX) {
        int64_t left = (int64_t)rng_below(rng, (uint64_t)size[C]);
        for (int64_t j = 0; j < size[C]; j++) {
            x[j] = j == left ? x[j] : -INFINITY;
        }
    }
}

static void fill(const int64_t *size, int regime, struct rng *rng, void *const *buffer) {
    float *g = buffer[G];
    for (int64_t j = 0; j < size[C]; j++) {
        g[j] = 1.0f + 0.1f * roughly_normal(rng);
    }
    for (int64_t i = 0; i < size[R]; i++) {
        fill_row(size, (enum regime)regime, rng, (float *)buffer[X] + i * size[C]);
    }
}

static int call(void *entry, const int64_t *size, void *const *buffer, void *room, size_t bytes) {
    return ((entry_point *)entry)((int)size[OP], size[R], size[C], buffer[X], buffer[G], buffer[Y],
                                  room, bytes);
}

/*
 * Relative to each probability and to how far its logit is below the greatest, since rounding the
 * logit costs that much; and how far the sum is from 1.
 */
static double error_of_softmax(int64_t count, const float *x, const float *y) {
    double most = x[0];
    double total = 0;
    double found = 0;
    double worst = 0;
    for (int64_t j = 1; j < count; j++) {
        most = x[j] > most ? x[j] : most;
    }
    for (int64_t j = 0; j < count; j++) {
        total += exp((double)x[j] - most);
        found += (double)y[j];
    }
    for (int64_t j = 0; j < count; j++) {
        double below = most - (double)x[j];
        double expected = exp(-below) / total;
        double off = fabs((double)y[j] - expected) - 0x1p-120;
        worst = off > 0 ? fmax(worst, off / (expected * (1.0 + below))) : worst;
    }
    return isfinite(found) ? fmax(worst, fabs(found - 1.0)) : INFINITY;
}

/*
 * Relative to each output. A sum of so many squares, added one after the other in single precision,
 * may be off by count 2^-24 and its root by half of that, which equal squares come near to: the
 * longer a row, the less an error counts. Short rows, which are checked too, leave no room in this.
 */
static double error_of_rmsnorm(int64_t count, const float *x, const float *g, const float *y) {
    double squares = 0;
    double worst = 0;
    for (int64_t j = 0; j < count; j++) {
        squares += (double)x[j] * (double)x[j];
    }
    double factor = 1.0 / sqrt(squares / (double)count + 1e-6);
    double allowed = 1.0 + (double)count * 0x1p-25 / tw_rows_kernel.limit;
    for (int64_t j = 0; j < count; j++) {
        double expected = (double)x[j] * factor * (double)g[j];
        double off = fabs((double)y[j] - expected) - 0x1p-120;
        if (!isfinite(y[j])) {
            return INFINITY;
        }
        worst = off > 0 ? fmax(worst, off / (fabs(expected) * allowed)) : worst;
    }
    return worst;
}

/* Whatever the effort, every row is looked at. */
static double error(const int64_t *size, enum effort effort, struct rng *rng, void *const *buffer) {
    (void)effort;
    (void)rng;
    double worst = 0;
    for (int64_t i = 0; i < size[R]; i++) {
        const float *x = (const float *)buffer[X] + i * size[C];
        const float *y = (const float *)buffer[Y] + i * size[C];
        worst = fmax(worst, size[OP] == SOFTMAX ? error_of_softmax(size[C], x, y)
                                                : error_of_rmsnorm(size[C], x, buffer[G], y));
    }
    return worst;
}

static const char *const regimes[] = {"normal", "large offsets", "all but one at minus infinity",
                                      "equal",  "wide",          NULL};

static const struct reference references[] = {{"shipped", "shipped-rows.so", false},
                                              {NULL, NULL, false}};

const struct kernel tw_rows_kernel = {.name = "rows",
                                      .symbol = "tw_rows",
                                      .sizes = {"op", "r", "c", NULL},
                                      .limit = 1e-5,
                                      .refuse = refuse,
                                      .tensors = tensors,
                                      .scratch = scratch,
                                      .flops = flops,
                                      .bytes = bytes,
                                      .regimes = regimes,
                                      .fill = fill,
                                      .call = call,
                                      .error = error,
                                      .references = references};
