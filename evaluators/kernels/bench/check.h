#ifndef TW_CHECK_H
#define TW_CHECK_H

#include "server.h"

/*
 * Whether a library computes what it should, for every regime of inputs in every placement of the
 * buffers, and for every relation between inputs and outputs. The greatest error seen is noted.
 */
bool check(const struct instance *instance, const char *library, double *worst, FILE *remark,
           struct stop *stop);

/* One run over so many calls with the inputs that are there, its outputs copied and charged. */
bool run_once(struct server *server, struct arena *arena, int calls, struct cost *cost,
              struct stop *stop);

/* Looks at the outputs of so many calls; whose fault a wrong one is depends on who is judged. */
bool judge(const struct server *server, const struct arena *arena, int calls, enum effort effort,
           double *worst, struct stop *stop);

/* The secret that everything random follows from, unless the instance gives one. */
struct rng fresh(const struct instance *instance);

#endif
