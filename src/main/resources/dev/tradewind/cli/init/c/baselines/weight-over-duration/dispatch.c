#include "dispatch.h"

#include <math.h>

/* Decides which job comes next. */

// EVOLVE-BLOCK-START
// Much weight for its duration first.
double priority(double duration, double weight, double due, double now)
{
    return weight / duration;
}
// EVOLVE-BLOCK-END
