#ifndef TW_PAIRS_H
#define TW_PAIRS_H

/* Two that took turns, compared round by round. */

struct pairs {
    int count;    /* rounds in which both were left alone */
    double ratio; /* median of one's time over the other's; NaN without a pair */
    double doubt; /* about a standard error of it, as a share; infinite with few pairs */
};

/* Seconds by round; NaN where a run was not left alone. */
struct pairs pairs_of(const double *one, const double *other, int rounds);

#endif
