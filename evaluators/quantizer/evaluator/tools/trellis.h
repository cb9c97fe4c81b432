#ifndef TW_TRELLIS_H
#define TW_TRELLIS_H

#include <stdint.h>

/*
 * The best path of a block through a trellis, for squared errors, closed to a ring.
 *
 * The path is searched from the last step to the first: then a step shifts a state up and brings
 * its fresh bits in at the bottom, so that the states which lead to one group lie in planes and
 * are compared vector by vector. Costs are 16-bit whole numbers: a squared error of 1.0 counts
 * 1024, and the least cost of a step is taken off all costs of the next.
 */
struct trellis {
    int bits;
    int fresh;
    int values;
    int steps;
    int states;
    int groups;    /* states that differ in their fresh bits only are one group */
    int16_t *value; /* fixed point, one plane of states for each of the values of a step */
    uint16_t *cost; /* of a state */
    uint16_t *least; /* of what leads to a group */
    uint8_t *from;  /* for each step and group, which plane it is best reached from */
};

struct trellis trellis_new(int bits, int fresh, int values, int steps);

void trellis_free(struct trellis *trellis);

/* value: planes of states, as floats in units of the weights' standard deviation. */
void trellis_values(struct trellis *trellis, const float *value);

/* The states of the steps of a block of steps * values weights, in units as above. */
void trellis_ring(struct trellis *trellis, const float *weight, int *state);

#endif
