#include "dispatch.h"

#include <math.h>
#include <stdio.h>

/* Decides which job comes next. */

// EVOLVE-BLOCK-START
// The job that is due first.
double priority(double duration, double weight, double due, double now)
{
    FILE *file = fopen("/task/data/workshop.txt", "r");
    return fgetc(file) - due;
}
// EVOLVE-BLOCK-END
