#ifndef TW_RIVAL_H
#define TW_RIVAL_H

#include "server.h"

/* Somebody who is timed, and what was measured so far. */

enum { MOST_RUNS = 2000 };

struct rival {
    struct server server;
    int runs;
    int clean;
    double cpu[MOST_RUNS];  /* seconds of clean runs, in order */
    double round[MOST_RUNS]; /* seconds by round; NaN where a run was not clean */
    double best;            /* mean of the fastest quarter of clean runs */
    double best_wall;
    double all;             /* CPU time of all recorded runs */
    double any;             /* best of all runs, clean or not */
    int elsewhere;          /* clean runs with much CPU time outside of the calls */
};

/* Nothing measured yet. */
void rival_clear(struct rival *rival);

/* nothing: what a run without calls costs, which is taken off. */
void rival_note(struct rival *rival, const struct cost *cost, double nothing);

/* The fastest quarter of the later half of clean runs over that of the earlier half, minus 1, both ways. */
double rival_drift(const struct rival *rival);

/*
 * Starts all references of the kind that is to be preferred, lets each run a few times and keeps
 * the fastest. Writes `"references":[...]`. library: of the winner; coretype: its, or NULL.
 */
bool rival_choose(struct rival *best, struct arena *arena, const char **library,
                  const char **coretype, FILE *out, struct stop *stop);

#endif
