#include <stddef.h>
#include <stdint.h>
#include <string.h>

/*
 * C = A B for machines without OpenBLAS: the loops of Goto and van de Geijn (2008) around a tile of
 * 5 rows and 4 vectors, held in registers, with panels of B packed. Vectors are gcc's generic ones,
 * as wide as the machine's, so that this builds everywhere; on AVX-512 the tile is 5 x 64.
 */

#if defined(__AVX512F__)
enum { WIDTH = 16 };
#elif defined(__AVX__)
enum { WIDTH = 8 };
#else
enum { WIDTH = 4 };
#endif

enum { ROWS = 5, VECTORS = WIDTH == 16 ? 4 : 2, COLUMNS = VECTORS * WIDTH, DEPTH = 384 };

typedef float vector __attribute__((vector_size(4 * WIDTH), aligned(4)));

int tw_sgemm(int64_t m, int64_t n, int64_t k, const float *a, const float *b, float *c,
             void *scratch, size_t bytes);

static inline int64_t least(int64_t one, int64_t other) {
    return one < other ? one : other;
}

/* Columns j.. of B, COLUMNS wide and filled up with zeros, one after the other for each p. */
static void pack(int64_t depth, int64_t n, int64_t columns, const float *b, float *panel) {
    for (int64_t p = 0; p < depth; p++) {
        memcpy(panel, b + p * n, (size_t)columns * sizeof *panel);
        memset(panel + columns, 0, (size_t)(COLUMNS - columns) * sizeof *panel);
        panel += COLUMNS;
    }
}

/* Sums over a block of depth for `rows` rows, a constant wherever this is inlined. */
static inline __attribute__((always_inline)) void sum(int rows, int64_t depth, int64_t k,
                                                      const float *a, const float *panel,
                                                      vector (*tile)[VECTORS]) {
    vector held[ROWS][VECTORS];
    for (int i = 0; i < rows; i++) {
        for (int v = 0; v < VECTORS; v++) {
            held[i][v] = tile[i][v];
        }
    }
    for (int64_t p = 0; p < depth; p++) {
        const vector *line = (const vector *)(panel + p * COLUMNS);
        for (int i = 0; i < rows; i++) {
            float factor = a[i * k + p];
            for (int v = 0; v < VECTORS; v++) {
                held[i][v] += factor * line[v];
            }
        }
    }
    for (int i = 0; i < rows; i++) {
        for (int v = 0; v < VECTORS; v++) {
            tile[i][v] = held[i][v];
        }
    }
}

static void sum_rows(int rows, int64_t depth, int64_t k, const float *a, const float *panel,
                     vector (*tile)[VECTORS]) {
    switch (rows) {
    case 5: sum(5, depth, k, a, panel, tile); break;
    case 4: sum(4, depth, k, a, panel, tile); break;
    case 3: sum(3, depth, k, a, panel, tile); break;
    case 2: sum(2, depth, k, a, panel, tile); break;
    default: sum(1, depth, k, a, panel, tile); break;
    }
}

/* One tile of C; the first block of depth begins it, the others go on. */
static void tile_of(int rows, int64_t columns, int64_t n, float *c, int first, int64_t depth,
                    int64_t k, const float *a, const float *panel) {
    vector tile[ROWS][VECTORS] = {0};
    size_t bytes = (size_t)columns * sizeof *c;
    for (int i = 0; i < rows && !first; i++) {
        memcpy(tile[i], c + i * n, bytes);
    }
    sum_rows(rows, depth, k, a, panel, tile);
    for (int i = 0; i < rows; i++) {
        memcpy(c + i * n, tile[i], bytes);
    }
}

int tw_sgemm(int64_t m, int64_t n, int64_t k, const float *a, const float *b, float *c,
             void *scratch, size_t bytes) {
    float *panel = (float *)(((uintptr_t)scratch + 63) / 64 * 64);
    if (bytes < sizeof(float) * DEPTH * COLUMNS + 64) {
        return 1;
    }
    for (int64_t p = 0; p < k; p += DEPTH) {
        int64_t depth = least(DEPTH, k - p);
        for (int64_t j = 0; j < n; j += COLUMNS) {
            int64_t columns = least(COLUMNS, n - j);
            pack(depth, n, columns, b + p * n + j, panel);
            for (int64_t i = 0; i < m; i += ROWS) {
                tile_of((int)least(ROWS, m - i), columns, n, c + i * n + j, p == 0, depth, k,
                        a + i * k + p, panel);
            }
        }
    }
    return 0;
}
