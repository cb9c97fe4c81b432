#define _GNU_SOURCE
#include "check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

struct rng fresh(const struct instance *instance) {
    struct rng rng = {instance->seed};
    if (!instance->seeded && getrandom(&rng.state, sizeof rng.state, 0) != sizeof rng.state) {
        rng.state = (uint64_t)now();
    }
    return rng;
}

bool run_once(struct server *server, struct arena *arena, int calls, struct cost *cost,
              struct stop *stop) {
    if (!server_run(server, calls, cost, stop)) {
        return false;
    }
    bool intact = arena_collect(arena, stop);
    server_charge(server, cost);
    return intact;
}

bool judge(const struct server *server, const struct arena *arena, int calls, enum effort effort,
           double *worst, struct stop *stop) {
    const struct instance *instance = arena->instance;
    struct rng rng = fresh(instance);
    for (int call = 0; call < calls; call++) {
        void *buffer[TW_TENSORS];
        arena_own(arena, call, buffer);
        double error = instance->kernel->error(instance->size, effort, &rng, buffer);
        if (!(error <= instance->limit)) {
            return stop_at(stop, "INVALID_RESULT",
                           isfinite(error) ? "%s is wrong by %.2g, allowed are %.2g"
                                           : "%s leaves outputs that are no numbers, or not "
                                             "written (error %g, allowed are %.2g)",
                           server->name, error, instance->limit);
        }
        *worst = error > *worst ? error : *worst;
    }
    return true;
}

/* Adds to a cause where it was found. */
static bool found_in(struct stop *stop, const char *regime, const char *placement) {
    char detail[sizeof stop->detail];
    memcpy(detail, stop->detail, sizeof detail);
    return stop_at(stop, stop->cause, "%.400s; inputs: %s, %s", detail, regime, placement);
}

static bool check_case(struct server *server, struct arena *arena, struct rng *rng, double *worst,
                       struct stop *stop) {
    struct cost cost;
    arena_refresh(arena, rng, false);
    return run_once(server, arena, 1, &cost, stop)
           && judge(server, arena, 1, FULL, worst, stop);
}

static const char *const placements[] = {"buffers at multiples of 64", "buffers end at a page",
                                         "buffers at odd places"};

/* All placements with small shapes, which are only checked; one, in turn, with those to be timed. */
static bool check_regimes(struct server *server, struct arena *arena, struct rng *rng,
                          double *worst, struct stop *stop) {
    const char *const *regime = arena->instance->kernel->regimes;
    for (int at = 0; regime[at]; at++) {
        for (int place = ALIGNED; place <= SHIFTED; place++) {
            if (arena->instance->timed && place != at % (SHIFTED + 1)) {
                continue;
            }
            arena_place(arena, (enum placement)place, rng);
            arena_fill(arena, at, rng);
            if (!check_case(server, arena, rng, worst, stop)) {
                return found_in(stop, regime[at], placements[place]);
            }
        }
    }
    return true;
}

/* Copies of all buffers of the first call. */
static void copy_of(const struct arena *arena, void **copy) {
    void *buffer[TW_TENSORS];
    arena_own(arena, 0, buffer);
    for (int tensor = 0; tensor < arena->tensors; tensor++) {
        copy[tensor] = malloc(arena->tensor[tensor].bytes);
        memcpy(copy[tensor], buffer[tensor], arena->tensor[tensor].bytes);
    }
}

static bool check_relation(const struct relation *relation, struct server *server,
                           struct arena *arena, struct rng *rng, struct stop *stop) {
    struct cost cost;
    void *before[TW_TENSORS];
    void *own[TW_TENSORS];
    uint64_t seed = rng_next(rng);
    const int64_t *size = arena->instance->size;
    arena_place(arena, ALIGNED, rng);
    arena_fill(arena, 0, rng);
    arena_refresh(arena, rng, false);
    if (!run_once(server, arena, 1, &cost, stop)) {
        return false;
    }
    copy_of(arena, before);
    arena_own(arena, 0, own);
    relation->change(size, seed, own);
    arena_refresh(arena, rng, false);
    bool holds = run_once(server, arena, 1, &cost, stop);
    if (holds && !relation->holds(size, seed, before, own)) {
        holds = stop_at(stop, "INVALID_RESULT", "outputs do not follow the inputs: %s",
                        relation->name);
    }
    for (int tensor = 0; tensor < arena->tensors; tensor++) {
        free(before[tensor]);
    }
    return holds;
}

static bool check_relations(struct server *server, struct arena *arena, struct rng *rng,
                            struct stop *stop) {
    const struct relation *relation = arena->instance->kernel->relations;
    for (; relation && relation->name; relation++) {
        if (!check_relation(relation, server, arena, rng, stop)) {
            return false;
        }
    }
    return true;
}

/* What the kernel itself wants to tell of its last case. */
static void tell(const struct arena *arena, FILE *remark) {
    const struct instance *instance = arena->instance;
    char text[400] = "";
    void *buffer[TW_TENSORS];
    if (instance->kernel->remark) {
        arena_own(arena, 0, buffer);
        instance->kernel->remark(instance->size, buffer, text, sizeof text);
    }
    fputs(text, remark);
}

bool check(const struct instance *instance, const char *library, double *worst, FILE *remark,
           struct stop *stop) {
    struct rng rng = fresh(instance);
    struct arena arena;
    struct server server = {.name = "the candidate"};
    *worst = 0;
    bool passed = arena_open(&arena, instance, 1, 1, stop);
    if (passed && (passed = server_start(&server, &arena, library, NULL, false, stop))) {
        passed = check_regimes(&server, &arena, &rng, worst, stop)
                 && check_relations(&server, &arena, &rng, stop);
        server_end(&server);
    }
    if (passed) {
        tell(&arena, remark);
    }
    arena_close(&arena);
    return passed;
}
