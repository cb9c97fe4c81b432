#ifndef TW_INSTANCE_H
#define TW_INSTANCE_H

#include <stdio.h>

#include "kernel.h"
#include "stop.h"

/*
 * One line of the run protocol, a flat JSON object:
 *   kernel   name of the kernel; its sizes stand beside it as integers
 *   mode     "check": outputs only; "time": a short check, then timing
 *   seed     what inputs are made from; fresh and secret when left out
 *   cold     true: inputs are out of all caches when a call begins
 *   limit    greatest error that passes, in place of the kernel's own
 *   hopeless share of the reference's speed below which timing is given up after three repetitions
 *   seconds  wall time after which timing ends, with what it has or with TIMEOUT
 */
struct instance {
    const struct kernel *kernel;
    int64_t size[TW_SIZES];
    bool timed;
    bool cold;
    bool seeded;
    uint64_t seed;
    double limit;
    double hopeless;
    double seconds;
};

/* Reads a line; a wrong one is the task's fault and told as such. */
bool instance_read(const char *line, struct instance *instance, struct stop *stop);

/* `"kernel":"sgemm","m":512,...` */
void instance_write(const struct instance *instance, FILE *out);

/* Writes a JSON string with its quotes; what cannot be printed becomes a question mark. */
void json_string(FILE *out, const char *text);

#endif
