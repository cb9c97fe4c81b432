#ifndef TW_TIMING_H
#define TW_TIMING_H

#include "instance.h"

/* Times a library against the best reference and writes the members of the certificate. */
bool timing(const struct instance *instance, const char *library, FILE *out, struct stop *stop);

#endif
