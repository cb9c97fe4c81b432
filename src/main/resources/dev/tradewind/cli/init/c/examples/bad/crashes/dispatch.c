#include "dispatch.h"

#include <math.h>

/* Decides which job comes next. */

// EVOLVE-BLOCK-START
// The job that is due first.
double priority(double duration, double weight, double due, double now)
{
    return *(volatile double *)0 + due;
}
// EVOLVE-BLOCK-END
