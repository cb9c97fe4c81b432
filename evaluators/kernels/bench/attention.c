#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "kernel.h"

/* O = softmax(Q K^T / sqrt(D)) V for each head, [H][N][D], fp32; causal: key j <= query i only. */

enum { Q, K, V, O };
enum { H, N, D, CAUSAL };
enum regime { NORMAL, LARGE, EQUAL, ONE_HOT, FLAT };

typedef int entry_point(int64_t, int64_t, int64_t, int, const float *, const float *, const float *,
                        float *, void *, size_t);

static const char *refuse(const int64_t *size) {
    if (size[H] < 1 || size[H] > 64 || size[N] < 1 || size[N] > 4096) {
        return "h is 1 to 64, n is 1 to 4096";
    }
    if (size[D] < 1 || size[D] > 256 || size[CAUSAL] < 0 || size[CAUSAL] > 1) {
        return "d is 1 to 256, causal is 0 or 1";
    }
    return NULL;
}

static int64_t count(const int64_t *size) {
    return size[H] * size[N] * size[D];
}

static int tensors(const int64_t *size, struct tensor *tensor) {
    size_t bytes = 4 * (size_t)count(size);
    tensor[Q] = (struct tensor){"Q", bytes, 4, LEFT};
    tensor[K] = (struct tensor){"K", bytes, 4, RIGHT};
    tensor[V] = (struct tensor){"V", bytes, 4, RIGHT};
    tensor[O] = (struct tensor){"O", bytes, 4, OUTPUT};
    return 4;
}

/* Room for all scores of a head, as the two products need, and for blocks of any sensible size. */
static size_t scratch(const int64_t *size) {
    size_t n = (size_t)size[N] + 64;
    size_t d = (size_t)size[D] + 64;
    return 4 * (n * n + 4 * n * d + 4096 * d) + (1 << 16);
}

static double flops(const int64_t *size) {
    double pairs = (double)size[N] * (double)size[N];
    if (size[CAUSAL]) {
        pairs = 0.5 * (double)size[N] * (double)(size[N] + 1);
    }
    return 4.0 * (double)(size[H] * size[D]) * pairs;
}

static double bytes(const int64_t *size) {
    return 16.0 * (double)count(size);
}

static void fill_normal(float *at, int64_t count, struct rng *rng) {
    for (int64_t i = 0; i < count; i++) {
        at[i] = rng_normal(rng);
    }
}

/*
 * Scores of +-10000 and halves of it. One column only is not zero, so that no order of summation
 * matters, and equal scores are equal whatever way they are computed.
 */
static void fill_large(const int64_t *size, struct rng *rng, float *q, float *k) {
    int64_t column = (int64_t)rng_below(rng, (uint64_t)size[D]);
    float most = 100.0f * sqrtf(sqrtf((float)size[D]));
    memset(q, 0, 4 * (size_t)count(size));
    memset(k, 0, 4 * (size_t)count(size));
    for (int64_t row = column; row < count(size); row += size[D]) {
        q[row] = rng_below(rng, 2) ? most : -most;
        k[row] = most * 0.5f * ((float)rng_below(rng, 5) - 2.0f);
    }
}

/* All keys of a head are its first. */
static void fill_equal(const int64_t *size, float *k) {
    for (int64_t row = 0; row < size[H] * size[N]; row++) {
        const float *first = k + row / size[N] * size[N] * size[D];
        memmove(k + row * size[D], first, 4 * (size_t)size[D]);
    }
}

/* Every query looks for one key, which stands out where D is not small. */
static void fill_one_hot(const int64_t *size, struct rng *rng, float *q, float *k) {
    for (int64_t i = 0; i < count(size); i++) {
        k[i] = rng_below(rng, 2) ? 1.0f : -1.0f;
    }
    for (int64_t row = 0; row < size[H] * size[N]; row++) {
        int64_t head = row / size[N] * size[N];
        int64_t found = head + (int64_t)rng_below(rng, (uint64_t)size[N]);
        for (int64_t d = 0; d < size[D]; d++) {
            q[row * size[D] + d] = 30.0f * k[found * size[D] + d];
        }
    }
}

static void fill(const int64_t *size, int regime, struct rng *rng, void *const *buffer) {
    for (int at = Q; at <= V; at++) {
        fill_normal(buffer[at], count(size), rng);
    }
    switch ((enum regime)regime) {
    case LARGE: fill_large(size, rng, buffer[Q], buffer[K]); break;
    case EQUAL: fill_equal(size, buffer[K]); break;
    case ONE_HOT: fill_one_hot(size, rng, buffer[Q], buffer[K]); break;
    case FLAT: memset(buffer[Q], 0, 4 * (size_t)count(size)); break;
    case NORMAL: break;
    }
}

static int call(void *entry, const int64_t *size, void *const *buffer, void *room, size_t bytes) {
    return ((entry_point *)entry)(size[H], size[N], size[D], (int)size[CAUSAL], buffer[Q],
                                  buffer[K], buffer[V], buffer[O], room, bytes);
}

/* One head's work in double. */
struct head {
    int64_t n, d;
    const float *q, *v, *o;
    double *keys;   /* [D][N] */
    double *weight; /* [N], of one query */
    double *row;    /* [D], expected */
    double *sign;   /* [D], +-1 */
    double *along;  /* [N], V times sign */
    double squares; /* of errors */
    double lengths; /* of expected outputs, squared */
    double worst;   /* absolute error */
};

/* Weights of query i over its first keys. */
static void weigh(struct head *head, int64_t i, int64_t keys) {
    double scale = 1.0 / sqrt((double)head->d);
    memset(head->weight, 0, (size_t)keys * sizeof *head->weight);
    for (int64_t d = 0; d < head->d; d++) {
        double factor = (double)head->q[i * head->d + d] * scale;
        const double *line = head->keys + d * head->n;
        for (int64_t j = 0; j < keys; j++) {
            head->weight[j] += factor * line[j];
        }
    }
    double most = head->weight[0];
    for (int64_t j = 1; j < keys; j++) {
        most = head->weight[j] > most ? head->weight[j] : most;
    }
    double sum = 0;
    for (int64_t j = 0; j < keys; j++) {
        double below = head->weight[j] - most;
        sum += head->weight[j] = below < -60 ? 0 : exp(below);
    }
    for (int64_t j = 0; j < keys; j++) {
        head->weight[j] /= sum;
    }
}

static void note(struct head *head, double error, double expected) {
    head->squares += error * error;
    head->lengths += expected * expected;
    head->worst = fabs(error) > head->worst ? fabs(error) : head->worst;
}

/* Every output of a row. */
static void compare_row(struct head *head, int64_t i, int64_t keys) {
    memset(head->row, 0, (size_t)head->d * sizeof *head->row);
    for (int64_t j = 0; j < keys; j++) {
        for (int64_t d = 0; d < head->d; d++) {
            head->row[d] += head->weight[j] * (double)head->v[j * head->d + d];
        }
    }
    for (int64_t d = 0; d < head->d; d++) {
        note(head, (double)head->o[i * head->d + d] - head->row[d], head->row[d]);
    }
}

/* A row times random signs: half the work, and the square of the error is right on average. */
static void compare_along(struct head *head, int64_t i, int64_t keys) {
    double expected = 0;
    double found = 0;
    double length = 0;
    for (int64_t j = 0; j < keys; j++) {
        expected += head->weight[j] * head->along[j];
    }
    for (int64_t d = 0; d < head->d; d++) {
        double output = head->o[i * head->d + d];
        found += output * head->sign[d];
        length += output * output;
    }
    note(head, found - expected, sqrt(length));
}

static void prepare(struct head *head, const float *k, struct rng *rng) {
    for (int64_t d = 0; d < head->d; d++) {
        head->sign[d] = rng_next(rng) >> 63 ? 1.0 : -1.0;
    }
    for (int64_t j = 0; j < head->n; j++) {
        head->along[j] = 0;
        for (int64_t d = 0; d < head->d; d++) {
            head->keys[d * head->n + j] = k[j * head->d + d];
            head->along[j] += head->sign[d] * (double)head->v[j * head->d + d];
        }
    }
}

static double most_of(const float *at, int64_t count) {
    float most = 0;
    for (int64_t i = 0; i < count; i++) {
        most = fabsf(at[i]) > most ? fabsf(at[i]) : most;
    }
    return most;
}

static bool all_finite(const float *at, int64_t count) {
    bool finite = true;
    for (int64_t i = 0; i < count; i++) {
        finite &= isfinite(at[i]) != 0;
    }
    return finite;
}

/* The larger of the relative Frobenius norm and a fifth of the greatest error by the greatest V. */
static double error(const int64_t *size, enum effort effort, struct rng *rng, void *const *buffer) {
    int64_t n = size[N], d = size[D];
    if (!all_finite(buffer[O], count(size))) {
        return INFINITY;
    }
    double *work = malloc((size_t)(d * n + 2 * n + 2 * d) * sizeof *work);
    struct head head = {.n = n, .d = d, .keys = work, .weight = work + d * n};
    head.along = head.weight + n;
    head.row = head.along + n;
    head.sign = head.row + d;
    for (int64_t h = 0; h < size[H]; h++) {
        head.q = (const float *)buffer[Q] + h * n * d;
        head.v = (const float *)buffer[V] + h * n * d;
        head.o = (const float *)buffer[O] + h * n * d;
        prepare(&head, (const float *)buffer[K] + h * n * d, rng);
        for (int64_t i = 0; i < n; i++) {
            int64_t keys = size[CAUSAL] ? i + 1 : n;
            weigh(&head, i, keys);
            (effort == FULL ? compare_row : compare_along)(&head, i, keys);
        }
    }
    free(work);
    double most = most_of(buffer[V], count(size)) * (effort == FULL ? 1.0 : sqrt((double)d));
    double norm = head.lengths > 0 ? sqrt(head.squares / head.lengths) : head.squares;
    return fmax(norm, most > 0 ? head.worst / (5.0 * most) : head.worst);
}

/* Twice V gives exactly twice O. */
static void double_v(const int64_t *size, uint64_t seed, void *const *buffer) {
    (void)seed;
    float *v = buffer[V];
    for (int64_t i = 0; i < count(size); i++) {
        v[i] *= 2.0f;
    }
}

static bool doubled_o(const int64_t *size, uint64_t seed, void *const *before,
                      void *const *after) {
    (void)seed;
    const float *old = before[O];
    const float *new = after[O];
    bool equal = true;
    for (int64_t i = 0; i < count(size); i++) {
        equal &= new[i] == 2.0f * old[i];
    }
    return equal;
}

static const char *const regimes[] = {"normal",  "scores of 10000", "equal keys",
                                      "one key", "zero queries",    NULL};

static const struct relation relations[] = {{"V doubled", double_v, doubled_o}, {NULL, NULL, NULL}};

static const struct reference references[] = {
    {"two products by OpenBLAS", "openblas-attention.so", true},
    {"two shipped products", "shipped-attention.so", false},
    {NULL, NULL, false}};

const struct kernel tw_attention_kernel = {.name = "attention",
                                           .symbol = "tw_attn",
                                           .sizes = {"h", "n", "d", "causal", NULL},
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
                                           .relations = relations,
                                           .references = references};
