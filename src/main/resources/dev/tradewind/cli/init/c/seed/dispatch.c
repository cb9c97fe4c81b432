#include "dispatch.h"

#include <math.h>

/* Decides which job comes next. */

// EVOLVE-BLOCK-START
// Little time left first; weight and duration count little. The numbers can be tuned.
double priority(double duration, double weight, double due, double now)
{
    double slack = fmax(0, due - duration - now);
    return 0.1 * log(weight) - 0.1 * log(duration) - 0.01 * slack;
}
// EVOLVE-BLOCK-END
