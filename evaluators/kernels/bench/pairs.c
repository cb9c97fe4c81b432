#include "pairs.h"

#include <math.h>
#include <stdlib.h>

enum { FEW = 5 };

static int ascending(const void *one, const void *other) {
    double a = *(const double *)one;
    double b = *(const double *)other;
    return (a > b) - (a < b);
}

/*
 * What disturbs a machine for longer than a round disturbs both, and what disturbs one run is as
 * likely to disturb either: the median of the ratios stays near 1 where that of minima is luck.
 * The ranks half a square root of the count away from the middle are a standard error from it,
 * whatever the distribution.
 */
struct pairs pairs_of(const double *one, const double *other, int rounds) {
    struct pairs pairs = {0, NAN, INFINITY};
    double *ratio = malloc((size_t)(rounds > 0 ? rounds : 1) * sizeof *ratio);
    for (int at = 0; at < rounds; at++) {
        if (!isnan(one[at]) && !isnan(other[at])) {
            ratio[pairs.count++] = one[at] / other[at];
        }
    }
    qsort(ratio, (size_t)pairs.count, sizeof *ratio, ascending);
    if (pairs.count > 0) {
        pairs.ratio = (ratio[pairs.count / 2] + ratio[(pairs.count - 1) / 2]) / 2;
    }
    if (pairs.count >= FEW) {
        int apart = (int)ceil(sqrt(pairs.count) / 2);
        double low = ratio[(pairs.count - 1) / 2 - apart];
        double high = ratio[pairs.count / 2 + apart];
        pairs.doubt = (high - low) / (2 * pairs.ratio);
    }
    free(ratio);
    return pairs;
}
