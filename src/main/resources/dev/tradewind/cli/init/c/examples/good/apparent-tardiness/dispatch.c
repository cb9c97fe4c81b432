#include "dispatch.h"

#include <math.h>

/* Decides which job comes next. */

// EVOLVE-BLOCK-START
// Apparent tardiness cost: weight over duration, fading with slack.
double priority(double duration, double weight, double due, double now)
{
    double slack = fmax(0, due - duration - now);
    return weight / duration * exp(-slack / 100);
}
// EVOLVE-BLOCK-END
