#ifndef TW_RACE_H
#define TW_RACE_H

#include "plain.h"

/* Least wall times of all rounds, in nanoseconds for `weights` weights. */
struct race {
    int64_t weights;
    int rounds;
    double ours8; /* 0 where the code gives no bytes */
    double ours32; /* this and int32: 0 of more weights than floats are raced of */
    double int8;
    double int32;
    const char *int8_name; /* of the fastest reference */
    const char *int32_name;
};

/*
 * Decodes `weights` weights, a multiple of 256, over and over: the code's decoders and all
 * references by turns, so that a disturbance hits all alike, until the time is up. Ratios of minima
 * are what to believe (spec 1.5).
 *
 * stream: its records are repeated as often as needed.
 */
struct race race_run(const struct book *book, const struct stream *stream, int64_t weights,
                     double seconds);

#endif
