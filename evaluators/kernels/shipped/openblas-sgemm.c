#include <stddef.h>
#include <stdint.h>

#include "openblas.h"

int tw_sgemm(int64_t m, int64_t n, int64_t k, const float *a, const float *b, float *c,
             void *scratch, size_t bytes);

int tw_sgemm(int64_t m, int64_t n, int64_t k, const float *a, const float *b, float *c,
             void *scratch, size_t bytes) {
    (void)scratch;
    (void)bytes;
    openblas_sgemm(ROW_MAJOR, AS_IS, AS_IS, (int)m, (int)n, (int)k, 1.0f, a, (int)k, b, (int)n,
                   0.0f, c, (int)n);
    return 0;
}
