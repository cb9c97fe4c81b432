#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "kernel.h"

/* C[M,N] = A[M,K] B[K,N], row-major, fp32; A is on the left, B on the right. */

enum { A, B, C };
enum { M, N, K };
enum regime { UNIFORM, NORMAL, MIXED, ZEROS, DENORMAL };

typedef int entry_point(int64_t, int64_t, int64_t, const float *, const float *, float *, void *,
                        size_t);

/* Least absolute error that is forgiven for each term: half a denormal's last place, twice. */
static const double tiny = 0x1p-149;

static const char *refuse(const int64_t *size) {
    for (int at = M; at <= K; at++) {
        if (size[at] < 1 || size[at] > 8192) {
            return "m, n and k are 1 to 8192";
        }
    }
    return NULL;
}

static int tensors(const int64_t *size, struct tensor *tensor) {
    tensor[A] = (struct tensor){"A", 4 * (size_t)(size[M] * size[K]), 4, LEFT};
    tensor[B] = (struct tensor){"B", 4 * (size_t)(size[K] * size[N]), 4, RIGHT};
    tensor[C] = (struct tensor){"C", 4 * (size_t)(size[M] * size[N]), 4, OUTPUT};
    return 3;
}

/* Room for packed copies of both operands with rows and columns filled up, and some more. */
static size_t scratch(const int64_t *size) {
    size_t rows = (size_t)size[M] + 64;
    size_t columns = (size_t)size[N] + 256;
    return 4 * (size_t)(size[K] + 16) * (rows + columns) + (1 << 16);
}

static double flops(const int64_t *size) {
    return 2.0 * (double)size[M] * (double)size[N] * (double)size[K];
}

static double bytes(const int64_t *size) {
    return 4.0 * (double)(size[M] * size[K] + size[K] * size[N] + size[M] * size[N]);
}

/* Products of two stay below 1e35, sums of 8192 of them below the largest float. */
static float mixed(struct rng *rng) {
    return rng_uniform(rng) * (float)pow(10.0, 34.0 * (double)rng_uniform(rng) / 2.0);
}

/*
 * Half of the values where the product is small. They cost a hundred cycles each, so that there are
 * few of them where it is not.
 */
static float denormal(bool large, struct rng *rng) {
    return rng_uniform(rng) * (rng_below(rng, large ? 1024 : 2) ? 1.0f : 1e-39f);
}

static float value(enum regime regime, bool large, struct rng *rng) {
    switch (regime) {
    case NORMAL: return rng_normal(rng);
    case MIXED: return mixed(rng);
    case ZEROS: return rng_below(rng, 4) ? 0.0f : rng_uniform(rng);
    case DENORMAL: return denormal(large, rng);
    default: return rng_uniform(rng);
    }
}

static void fill_uniform(float *at, int64_t count, struct rng *rng) {
    for (int64_t i = 0; i + 1 < count; i += 2) {
        uint64_t bits = rng_next(rng);
        at[i] = (float)(int32_t)(bits >> 40) * 0x1p-23f - 1.0f;
        at[i + 1] = (float)(int32_t)(bits & 0xffffff) * 0x1p-23f - 1.0f;
    }
    at[count - 1] = rng_uniform(rng);
}

static void fill_with(float *at, int64_t count, enum regime regime, struct rng *rng) {
    bool large = count > 10000;
    if (regime == UNIFORM) {
        fill_uniform(at, count, rng);
        return;
    }
    for (int64_t i = 0; i < count; i++) {
        at[i] = value(regime, large, rng);
    }
}

static void fill(const int64_t *size, int regime, struct rng *rng, void *const *buffer) {
    fill_with(buffer[A], size[M] * size[K], (enum regime)regime, rng);
    fill_with(buffer[B], size[K] * size[N], (enum regime)regime, rng);
}

static int call(void *entry, const int64_t *size, void *const *buffer, void *room, size_t bytes) {
    return ((entry_point *)entry)(size[M], size[N], size[K], buffer[A], buffer[B], buffer[C], room,
                                  bytes);
}

/* |found - expected| over the sum of absolute products; infinite when not finite. */
static double relative(double found, double expected, double scale, int64_t terms) {
    double error = fabs(found - expected) - (double)terms * tiny;
    if (!isfinite(found)) {
        return INFINITY;
    }
    return error <= 0 ? 0 : scale > 0 ? error / scale : INFINITY;
}

/* One row of A times B, and of |A| times |B|, in double. */
static void row_of(const int64_t *size, const float *a, const float *b, double *sum,
                   double *scale) {
    memset(sum, 0, (size_t)size[N] * sizeof *sum);
    memset(scale, 0, (size_t)size[N] * sizeof *scale);
    for (int64_t p = 0; p < size[K]; p++) {
        double factor = a[p];
        const float *row = b + p * size[N];
        for (int64_t j = 0; j < size[N]; j++) {
            double product = factor * (double)row[j];
            sum[j] += product;
            scale[j] += fabs(product);
        }
    }
}

static double error_of_rows(const int64_t *size, void *const *buffer, double *sum, double *scale) {
    double worst = 0;
    for (int64_t i = 0; i < size[M]; i++) {
        row_of(size, (float *)buffer[A] + i * size[K], buffer[B], sum, scale);
        const float *found = (float *)buffer[C] + i * size[N];
        for (int64_t j = 0; j < size[N]; j++) {
            worst = fmax(worst, relative(found[j], sum[j], scale[j], size[K]));
        }
    }
    return worst;
}

static double error_of_entry(const int64_t *size, void *const *buffer, int64_t i, int64_t j) {
    const float *a = (const float *)buffer[A] + i * size[K];
    const float *b = (const float *)buffer[B] + j;
    double sum = 0;
    double scale = 0;
    for (int64_t p = 0; p < size[K]; p++) {
        double product = (double)a[p] * (double)b[p * size[N]];
        sum += product;
        scale += fabs(product);
    }
    return relative(((float *)buffer[C])[i * size[N] + j], sum, scale, size[K]);
}

/* Random entries, of which one in four lies in the last row or the last column. */
static double error_of_entries(const int64_t *size, struct rng *rng, void *const *buffer) {
    int entries = flops(size) < 1e7 ? 40 : 400;
    double worst = 0;
    for (int at = 0; at < entries; at++) {
        int64_t i = (int64_t)rng_below(rng, (uint64_t)size[M]);
        int64_t j = (int64_t)rng_below(rng, (uint64_t)size[N]);
        i = at % 8 == 0 ? size[M] - 1 : i;
        j = at % 8 == 1 ? size[N] - 1 : j;
        worst = fmax(worst, error_of_entry(size, buffer, i, j));
    }
    return worst;
}

/* matrix (rows x columns) times vector, and their absolute values. */
static void times(const float *matrix, const double *vector, const double *length, double *product,
                  double *scale, int64_t rows, int64_t columns) {
    for (int64_t i = 0; i < rows; i++) {
        double sum = 0;
        double all = 0;
        for (int64_t j = 0; j < columns; j++) {
            sum += (double)matrix[i * columns + j] * vector[j];
            all += fabs((double)matrix[i * columns + j]) * length[j];
        }
        product[i] = sum;
        scale[i] = all;
    }
}

/*
 * Freivalds 1977: C s = A (B s) for a random vector s of +-1. An error in a row goes unseen with a
 * chance of at most one half each time; bounded by the sum of what each entry is allowed.
 */
static double error_of_product(const int64_t *size, struct rng *rng, void *const *buffer) {
    int64_t most = size[M] > size[N] ? size[M] : size[N];
    most = most > size[K] ? most : size[K];
    double *work = malloc((size_t)most * 8 * sizeof *work);
    double *sign = work, *one = work + most, *right = work + 2 * most, *length = work + 3 * most;
    double *left = work + 4 * most, *scale = work + 5 * most, *found = work + 6 * most;
    for (int64_t j = 0; j < size[N]; j++) {
        sign[j] = rng_next(rng) >> 63 ? 1.0 : -1.0;
        one[j] = 1.0;
    }
    times(buffer[B], sign, one, right, length, size[K], size[N]);
    times(buffer[A], right, length, left, scale, size[M], size[K]);
    times(buffer[C], sign, one, found, work + 7 * most, size[M], size[N]);
    double worst = 0;
    for (int64_t i = 0; i < size[M]; i++) {
        worst = fmax(worst, relative(found[i], left[i], scale[i], size[K] * size[N]));
    }
    free(work);
    return worst;
}

static double error(const int64_t *size, enum effort effort, struct rng *rng, void *const *buffer) {
    if (effort == SAMPLED || flops(size) > 3e8) {
        return fmax(error_of_entries(size, rng, buffer), error_of_product(size, rng, buffer));
    }
    double *work = malloc(2 * (size_t)size[N] * sizeof *work);
    double worst = error_of_rows(size, buffer, work, work + size[N]);
    free(work);
    return worst;
}

/* Twice A gives exactly twice C: powers of two round nowhere. */
static void double_a(const int64_t *size, uint64_t seed, void *const *buffer) {
    (void)seed;
    float *a = buffer[A];
    for (int64_t i = 0; i < size[M] * size[K]; i++) {
        a[i] *= 2.0f;
    }
}

static bool doubled_c(const int64_t *size, uint64_t seed, void *const *before,
                      void *const *after) {
    (void)seed;
    const float *old = before[C];
    const float *new = after[C];
    bool equal = true;
    for (int64_t i = 0; i < size[M] * size[N]; i++) {
        equal &= new[i] == 2.0f * old[i];
    }
    return equal;
}

/* Row i becomes row (i + shift) mod M. */
static void turn_rows(float *matrix, int64_t rows, int64_t columns, int64_t shift) {
    size_t bytes = (size_t)columns * sizeof *matrix;
    float *copy = malloc((size_t)rows * bytes);
    memcpy(copy, matrix, (size_t)rows * bytes);
    for (int64_t i = 0; i < rows; i++) {
        memcpy(matrix + (i + shift) % rows * columns, copy + i * columns, bytes);
    }
    free(copy);
}

static int64_t shift_of(const int64_t *size, uint64_t seed) {
    return (int64_t)(seed % (uint64_t)size[M]);
}

static void turn_a(const int64_t *size, uint64_t seed, void *const *buffer) {
    turn_rows(buffer[A], size[M], size[K], shift_of(size, seed));
}

/* Rows may be summed in another order at the edge of a tile, so they agree to rounding. */
static bool turned_c(const int64_t *size, uint64_t seed, void *const *before, void *const *after) {
    const float *old = before[C];
    const float *new = after[C];
    int64_t shift = shift_of(size, seed);
    double allowed = 1e-6 * (double)size[K];
    for (int64_t i = 0; i < size[M]; i++) {
        for (int64_t j = 0; j < size[N]; j++) {
            double difference = new[(i + shift) % size[M] * size[N] + j] - old[i * size[N] + j];
            if (!(fabs(difference) <= allowed)) {
                return false;
            }
        }
    }
    return true;
}

static const char *const regimes[] = {"uniform", "normal", "mixed scales", "zeros", "denormals",
                                      NULL};

static const struct relation relations[] = {{"A doubled", double_a, doubled_c},
                                            {"rows turned", turn_a, turned_c},
                                            {NULL, NULL, NULL}};

static const struct reference references[] = {{"OpenBLAS", "openblas-sgemm.so", true},
                                              {"shipped", "shipped-sgemm.so", false},
                                              {NULL, NULL, false}};

const struct kernel tw_sgemm_kernel = {.name = "sgemm",
                                       .symbol = "tw_sgemm",
                                       .sizes = {"m", "n", "k", NULL},
                                       .limit = 1e-6,
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
