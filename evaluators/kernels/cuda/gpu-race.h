#ifndef TW_GPU_RACE_H
#define TW_GPU_RACE_H

#include "instance.h"

/* Whether a library computes what it should; the greatest error is noted. */
bool gpu_check(const struct instance *instance, const char *library, double *worst,
               struct stop *stop);

/* Times it against the reference; writes members of the certificate. */
bool gpu_race(const struct instance *instance, const char *library, FILE *out, struct stop *stop);

#endif
