#define _GNU_SOURCE
#include "rival.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check.h"

void rival_clear(struct rival *rival) {
    rival->runs = rival->clean = rival->elsewhere = 0;
    rival->all = 0;
    rival->best = rival->best_wall = rival->any = INFINITY;
}

static int ascending(const void *one, const void *other) {
    double a = *(const double *)one;
    double b = *(const double *)other;
    return (a > b) - (a < b);
}

/* Mean of the fastest quarter. */
static double fastest(const double *cpu, int runs) {
    double sorted[MOST_RUNS];
    int quarter = (runs + 3) / 4;
    double sum = 0;
    memcpy(sorted, cpu, (size_t)runs * sizeof *cpu);
    qsort(sorted, (size_t)runs, sizeof *sorted, ascending);
    for (int at = 0; at < quarter; at++) {
        sum += sorted[at];
    }
    return sum / quarter;
}

void rival_note(struct rival *rival, const struct cost *cost, double nothing) {
    double cpu = fmax(cost->cpu - nothing, 1e-9);
    if (rival->runs < MOST_RUNS) {
        rival->round[rival->runs] = cost->clean ? cpu : NAN;
    }
    rival->runs++;
    rival->all += cpu;
    rival->any = fmin(rival->any, cpu);
    rival->best_wall = fmin(rival->best_wall, fmax(cost->wall - nothing, 1e-9));
    if (cost->clean && rival->clean < MOST_RUNS) {
        rival->cpu[rival->clean++] = cpu;
        rival->best = fastest(rival->cpu, rival->clean);
        rival->elsewhere += cpu > 1.1 * cost->inside + 60e-6;
    }
}

double rival_drift(const struct rival *rival) {
    int half = rival->clean / 2;
    if (half == 0) {
        return INFINITY;
    }
    double early = fastest(rival->cpu, half);
    double late = fastest(rival->cpu + half, rival->clean - half);
    return fmax(late / early, early / late) - 1;
}

enum { TRIALS = 4 };

/* NULL: what OpenBLAS chooses by itself. Those this machine cannot run end at once. */
static const char *const coretypes[] = {NULL, "Haswell", "SkylakeX", "Cooperlake",
                                        "SapphireRapids"};

struct contest {
    struct arena *arena;
    struct rng rng;
    FILE *out;
    struct rival *best;
    const char *library;
    const char *coretype;
    char told[10][60];
    int entrants;
};

static bool known(const struct contest *contest, const char *name) {
    for (int at = 0; at < contest->entrants; at++) {
        if (strcmp(contest->told[at], name) == 0) {
            return true;
        }
    }
    return false;
}

static bool trials(struct rival *rival, struct contest *contest, struct stop *stop) {
    struct cost cost;
    double worst = 0;
    for (int trial = 0; trial <= TRIALS; trial++) {
        arena_refresh(contest->arena, &contest->rng, contest->arena->instance->cold);
        if (!run_once(&rival->server, contest->arena, contest->arena->calls, &cost, stop)
            || !judge(&rival->server, contest->arena, contest->arena->calls, SAMPLED, &worst,
                      stop)) {
            return false;
        }
        if (trial > 0) {
            rival_note(rival, &cost, 0);
        }
    }
    return true;
}

static void told(struct contest *contest, const struct rival *rival) {
    snprintf(contest->told[contest->entrants], sizeof contest->told[0], "%s", rival->server.name);
    fprintf(contest->out, "%s{\"name\":", contest->entrants++ ? "," : "");
    json_string(contest->out, rival->server.name);
    fprintf(contest->out, ",\"seconds\":%.6g}", rival->any / contest->arena->calls);
}

/* A reference that cannot be started here, or fails, takes no part. */
static void enter(struct contest *contest, const struct reference *reference, const char *library,
                  const char *coretype) {
    struct stop stop;
    struct rival *rival = calloc(1, sizeof *rival);
    rival_clear(rival);
    snprintf(rival->server.name, sizeof rival->server.name, "%s", reference->name);
    if (!server_start(&rival->server, contest->arena, library, coretype, true, &stop)) {
        free(rival);
        return;
    }
    bool ran = !known(contest, rival->server.name) && trials(rival, contest, &stop);
    if (ran) {
        told(contest, rival);
    }
    if (ran && (!contest->library || rival->any < contest->best->any)) {
        if (contest->library) {
            server_end(&contest->best->server);
        }
        *contest->best = *rival;
        contest->library = library;
        contest->coretype = coretype;
    } else {
        server_end(&rival->server);
    }
    free(rival);
}

/* Paths stay allocated: there are few of them and they are needed to the end. */
static const char *path_of(const struct reference *reference) {
    char *path = NULL;
    if (asprintf(&path, "%s%s", folder(), reference->library) < 0) {
        abort();
    }
    return path;
}

static void enter_all(struct contest *contest, bool openblas) {
    const struct reference *reference = contest->arena->instance->kernel->references;
    for (; reference->name; reference++) {
        const char *path = path_of(reference);
        if (reference->openblas != openblas || access(path, R_OK) != 0) {
            continue;
        }
        size_t ways = openblas ? sizeof coretypes / sizeof *coretypes : 1;
        for (size_t at = 0; at < ways; at++) {
            enter(contest, reference, path, coretypes[at]);
        }
    }
}

bool rival_choose(struct rival *best, struct arena *arena, const char **library,
                  const char **coretype, FILE *out, struct stop *stop) {
    struct contest contest = {.arena = arena, .out = out, .best = best};
    contest.rng = fresh(arena->instance);
    fputs(",\"references\":[", out);
    enter_all(&contest, true);
    if (!contest.library) {
        enter_all(&contest, false);
    }
    fputs("]", out);
    *library = contest.library;
    *coretype = contest.coretype;
    return contest.library
           || stop_at(stop, "EVALUATOR_FAULT", "no reference for %s runs here; was prepare run?",
                      arena->instance->kernel->name);
}
