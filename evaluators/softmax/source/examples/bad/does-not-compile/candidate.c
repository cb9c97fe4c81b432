#include "tw_kernels.h"

#include <math.h>

/* A word that C does not know. */
int tw_rows(int op, int64_t R, int64_t C, const float *X, const float *g, float *Y, void *scratch,
            size_t bytes) {
    (void)op;
    (void)g;
    (void)scratch;
    (void)bytes;
    /* EVOLVE-BLOCK-START */
    maximum(X)
    (void)R, (void)C, (void)Y;
    /* EVOLVE-BLOCK-END */
    return 0;
}
