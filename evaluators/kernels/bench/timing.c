#define _GNU_SOURCE
#include "timing.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "machine.h"
#include "pairs.h"
#include "rival.h"

/*
 * Candidate, reference and a second process of the reference take turns in random order, each with
 * the same new inputs. What counts is the median, over the rounds in which both were left alone, of
 * the ratio of their CPU times, read from outside: see pairs.c. All the CPU time a process uses,
 * asked for or not, is charged to one of its runs: nothing can be done before the clock starts or
 * after it stops. Speeds in flop/s and bytes/s are those of the fastest quarter of a rival's runs.
 */

enum { FEWEST_RUNS = 5, EARLY_RUNS = 3, WARM_UPS = 2, RIVALS = 3 };

static const double batch_seconds = 300e-6;

/* What a comparison needs to be believed. */
struct demand {
    int pairs;      /* of clean runs in one round */
    double seconds; /* of CPU time, all runs of one together */
    double drift;   /* of the reference's own time, at most */
    double spread;  /* of the reference against itself, at most */
    double doubt;   /* of a ratio, at most */
};

/* To be aimed at, and to be put up with when time is up. */
static const struct demand aim = {15, 0.03, 0.10, 0.03, 0.015};
static const struct demand minimum = {FEWEST_RUNS, 0, 0.15, 0.10, 0.10};

static const double far_slower = 1.0 / 3; /* times the reference's speed */
static const double rough_spread = 0.20;  /* of the reference, where the candidate is far slower */
static const double patience = 4;     /* times the seconds asked for, until noise is a failure */
static const double peak_slack = 1.05;
static const double bandwidth_slack = 1.5;

enum who { CANDIDATE, REFERENCE, AGAIN };

struct race {
    const struct instance *instance;
    struct arena arena;
    struct rng rng;
    struct rival *rival[RIVALS];
    double nothing[RIVALS]; /* CPU seconds of a run without calls */
    double peak;
    double bandwidth;
    double worst; /* greatest error of the candidate */
    double first; /* the reference against itself before its closeness had a say; 0 until then */
    int rounds;
    bool rough; /* all runs count, clean or not, and the fastest decides */
};

/* Seconds a call takes at least, as far as this machine goes. */
static double floor_of(const struct instance *instance, double peak) {
    const double fast = 100e9; /* bytes/s, out of a cache */
    return fmax(instance->kernel->flops(instance->size) / peak,
                instance->kernel->bytes(instance->size) / fast);
}

static bool has_right(const struct instance *instance) {
    struct tensor tensor[TW_TENSORS];
    int tensors = instance->kernel->tensors(instance->size, tensor);
    for (int at = 0; at < tensors; at++) {
        if (tensor[at].side == RIGHT) {
            return true;
        }
    }
    return false;
}

/* So many sets that a batch takes long enough, if three quarters of the cache hold them. */
static int sets_of(const struct instance *instance, double peak, bool square) {
    struct tensor tensor[TW_TENSORS];
    int tensors = instance->kernel->tensors(instance->size, tensor);
    double call = floor_of(instance, peak);
    int sets = 1;
    for (int more = 2; more <= (square ? 24 : 256) && !instance->cold; more++) {
        double inputs = 0;
        double outputs = 0;
        for (int at = 0; at < tensors; at++) {
            *(tensor[at].side == OUTPUT ? &outputs : &inputs) += (double)tensor[at].bytes;
        }
        int calls = square ? more * more : more;
        bool enough = (square ? sets * sets : sets) * call >= batch_seconds;
        if (enough || more * inputs + calls * outputs > 0.75 * (double)cache_bytes()) {
            break;
        }
        sets = more;
    }
    return sets;
}

static bool prepare(struct race *race, struct stop *stop) {
    race->rng = fresh(race->instance);
    race->peak = peak_flops();
    bool square = has_right(race->instance);
    int sets = sets_of(race->instance, race->peak, square);
    if (!arena_open(&race->arena, race->instance, sets, square ? sets : 1, stop)) {
        return false;
    }
    arena_place(&race->arena, ALIGNED, &race->rng);
    arena_fill(&race->arena, 0, &race->rng);
    return true;
}

static bool take_turn(struct race *race, enum who who, struct cost *cost, struct stop *stop) {
    struct rival *rival = race->rival[who];
    double unimportant = 0;
    arena_refresh(&race->arena, &race->rng, race->instance->cold);
    return run_once(&rival->server, &race->arena, race->arena.calls, cost, stop)
           && judge(&rival->server, &race->arena, race->arena.calls, SAMPLED,
                    who == CANDIDATE ? &race->worst : &unimportant, stop);
}

/* A reference that goes wrong is not the candidate's fault. */
static bool blame(enum who who, struct stop *stop) {
    if (who != CANDIDATE) {
        stop->cause = "EVALUATOR_FAULT";
    }
    return false;
}

static bool one_round(struct race *race, bool recorded, struct stop *stop) {
    int order[RIVALS] = {CANDIDATE, REFERENCE, AGAIN};
    for (int at = RIVALS - 1; at > 0; at--) {
        int with = (int)rng_below(&race->rng, (uint64_t)at + 1);
        int held = order[at];
        order[at] = order[with];
        order[with] = held;
    }
    arena_fill(&race->arena, 0, &race->rng);
    for (int at = 0; at < RIVALS; at++) {
        struct cost cost;
        if (!take_turn(race, (enum who)order[at], &cost, stop)) {
            return blame((enum who)order[at], stop);
        }
        if (recorded) {
            rival_note(race->rival[order[at]], &cost, race->nothing[order[at]]);
        }
    }
    race->rounds += recorded;
    return true;
}

/*
 * What starting and ending a run costs each: the candidate's system calls go through a filter. It
 * runs none of its own code here; should it manage to, little is believed.
 */
static bool measure_nothing(struct race *race, struct stop *stop) {
    const double most = 5e-6; /* seconds that a filter can cost */
    for (int who = 0; who < RIVALS; who++) {
        race->nothing[who] = INFINITY;
    }
    for (int at = 0; at < 2 * FEWEST_RUNS * RIVALS; at++) {
        struct cost cost;
        enum who who = (enum who)(at % RIVALS);
        arena_refresh(&race->arena, &race->rng, false);
        if (!run_once(&race->rival[who]->server, &race->arena, 0, &cost, stop)) {
            return blame(who, stop);
        }
        race->nothing[who] = fmin(race->nothing[who], cost.cpu);
    }
    race->nothing[CANDIDATE] = fmin(race->nothing[CANDIDATE], race->nothing[REFERENCE] + most);
    return true;
}

static struct pairs compared(const struct race *race, enum who who, enum who other) {
    return pairs_of(race->rival[who]->round, race->rival[other]->round, race->rounds);
}

/* One's time over the other's. */
static double ratio(const struct race *race, enum who who, enum who other) {
    return race->rough ? race->rival[who]->any / race->rival[other]->any
                       : compared(race, who, other).ratio;
}

static bool hopeless(const struct race *race) {
    return race->rounds == EARLY_RUNS
           && race->rival[REFERENCE]->any
                  < race->instance->hopeless * race->rival[CANDIDATE]->any;
}

/* How far the reference is from itself. */
static double spread(const struct race *race) {
    return fabs(ratio(race, REFERENCE, AGAIN) - 1);
}

static bool meets(const struct race *race, const struct demand *demand) {
    struct pairs rivals = compared(race, REFERENCE, CANDIDATE);
    struct pairs same = compared(race, REFERENCE, AGAIN);
    bool enough = rivals.count >= demand->pairs && same.count >= demand->pairs;
    for (int who = 0; who < RIVALS; who++) {
        enough &= race->rival[who]->all >= demand->seconds;
    }
    return enough && rivals.doubt <= demand->doubt && same.doubt <= demand->doubt
           && rival_drift(race->rival[REFERENCE]) <= demand->drift
           && spread(race) <= demand->spread;
}

/*
 * Of long runs hardly any is left alone on a busy machine. Who is far slower whichever runs count
 * is measured by all of them: CPU time tells enough then.
 */
static bool far_behind(struct race *race) {
    double reference = race->rival[REFERENCE]->any;
    double again = race->rival[AGAIN]->any;
    if (race->rounds < FEWEST_RUNS || fabs(reference / again - 1) > rough_spread
        || fmax(reference, again) > far_slower * race->rival[CANDIDATE]->any) {
        return false;
    }
    for (int who = 0; who < RIVALS; who++) {
        race->rival[who]->best = race->rival[who]->any;
    }
    race->rough = true;
    return true;
}

/* What the reference is against itself before that has a say in when to stop. */
static void note_first(struct race *race) {
    struct demand runs = aim;
    runs.drift = runs.spread = runs.doubt = INFINITY;
    if (race->first == 0 && meets(race, &runs)) {
        race->first = ratio(race, REFERENCE, AGAIN);
    }
}

static bool enough(struct race *race) {
    note_first(race);
    return meets(race, &aim) || far_behind(race);
}

/* To another core when this one is too busy. */
static void flee(struct race *race) {
    if (race->rounds % 10 == 0 && race->rival[REFERENCE]->clean * 3 < race->rounds) {
        move_on();
        for (int who = 0; who < RIVALS; who++) {
            bring(race->rival[who]->server.pid);
        }
    }
}

static bool noisy(const struct race *race, struct stop *stop) {
    struct pairs rivals = compared(race, REFERENCE, CANDIDATE);
    struct pairs same = compared(race, REFERENCE, AGAIN);
    int pairs = rivals.count < same.count ? rivals.count : same.count;
    if (pairs < minimum.pairs) {
        return stop_at(stop, "TIMEOUT",
                       "too noisy: %d of %d rounds were not interrupted, at least %d are needed. "
                       "Maybe fewer evaluations at the same time, or a machine with less to do",
                       pairs, race->rounds, minimum.pairs);
    }
    if (rivals.doubt > minimum.doubt) {
        return stop_at(stop, "TIMEOUT",
                       "too noisy: the ratio is doubtful by %.0f %%, allowed are %.0f %%",
                       100 * rivals.doubt, 100 * minimum.doubt);
    }
    return stop_at(stop, "TIMEOUT",
                   "too noisy: the reference is %.3f times as fast as itself, and its own time "
                   "changed by %.0f %%; allowed are %.2f and %.0f %%",
                   ratio(race, REFERENCE, AGAIN), 100 * rival_drift(race->rival[REFERENCE]),
                   1 + minimum.spread, 100 * minimum.drift);
}

/* Goes on until the aim is met, then until the minimum is, and not for ever. */
static bool run_rounds(struct race *race, struct stop *stop) {
    const int64_t began = now();
    while (!enough(race)) {
        double seconds = (double)(now() - began) * 1e-9;
        bool late = seconds > race->instance->seconds || race->rounds == MOST_RUNS;
        if (late && meets(race, &minimum)) {
            return true;
        }
        if (seconds > patience * race->instance->seconds || race->rounds == MOST_RUNS) {
            return noisy(race, stop);
        }
        if (!one_round(race, true, stop)) {
            return false;
        }
        if (hopeless(race)) {
            return stop_at(stop, "HOPELESS", "%.3f times the reference's speed, wanted are %.3f",
                           race->rival[REFERENCE]->any / race->rival[CANDIDATE]->any,
                           race->instance->hopeless);
        }
        flee(race);
    }
    return true;
}

/* Nothing is believed that this machine cannot do. */
static bool believe(struct race *race, struct stop *stop) {
    const struct instance *instance = race->instance;
    const struct rival *candidate = race->rival[CANDIDATE];
    double seconds = candidate->best / race->arena.calls;
    double flops = instance->kernel->flops(instance->size) / seconds;
    double bytes = instance->kernel->bytes(instance->size) / seconds;
    race->peak = fmax(race->peak, peak_flops());
    race->bandwidth = read_bandwidth(arena_resident(&race->arena), instance->cold);
    if (flops > peak_slack * race->peak) {
        return stop_at(stop, "INVALID_RESULT", "%.4g GF/s are beyond this core's peak, %.4g GF/s",
                       flops * 1e-9, race->peak * 1e-9);
    }
    if (instance->cold && bytes > bandwidth_slack * race->bandwidth) {
        return stop_at(stop, "INVALID_RESULT", "%.4g GB/s are beyond this core's %.4g GB/s",
                       bytes * 1e-9, race->bandwidth * 1e-9);
    }
    if (2 * candidate->elsewhere > candidate->clean) {
        return stop_at(stop, "INVALID_RESULT",
                       "the candidate's process computes outside of its calls");
    }
    return true;
}

static void write_runs(const struct race *race, enum who who, const char *name, FILE *out) {
    const struct rival *rival = race->rival[who];
    fprintf(out, ",\"%s\":[", name);
    for (int at = 0; at < rival->clean && at < 60; at++) {
        fprintf(out, "%s%.5g", at ? "," : "", rival->cpu[at] / race->arena.calls);
    }
    fputs("]", out);
}

static void write_race(const struct race *race, FILE *out) {
    const struct instance *instance = race->instance;
    double calls = race->arena.calls;
    fputs(",\"reference\":", out);
    json_string(out, race->rival[REFERENCE]->server.name);
    fprintf(out, ",\"clock\":\"cpu\",\"seconds\":%.6g,\"reference_seconds\":%.6g",
            race->rival[CANDIDATE]->best / calls, race->rival[REFERENCE]->best / calls);
    fprintf(out, ",\"ratio\":%.5g,\"again\":%.5g", ratio(race, REFERENCE, CANDIDATE),
            ratio(race, REFERENCE, AGAIN));
    fprintf(out, ",\"again_first\":%.5g", race->first);
    fprintf(out, ",\"wall_ratio\":%.5g,\"wall_again\":%.5g",
            race->rival[REFERENCE]->best_wall / race->rival[CANDIDATE]->best_wall,
            race->rival[REFERENCE]->best_wall / race->rival[AGAIN]->best_wall);
    struct pairs pairs = compared(race, REFERENCE, CANDIDATE);
    fprintf(out, ",\"repetitions\":%d,\"clean\":%d,\"batch\":%d,\"doubt\":%.3g",
            race->rounds, race->rough ? race->rounds : pairs.count, race->arena.calls,
            fmin(pairs.doubt, 10)); /* JSON has no infinity */
    fprintf(out, ",\"overhead\":%.3g,\"drift\":%.3g", race->nothing[CANDIDATE],
            fmin(rival_drift(race->rival[REFERENCE]), 10)); /* JSON has no infinity */
    fprintf(out, ",\"error\":%.3g,\"flops\":%.9g,\"bytes\":%.9g", race->worst,
            instance->kernel->flops(instance->size), instance->kernel->bytes(instance->size));
    fprintf(out, ",\"peak\":%.5g,\"bandwidth\":%.5g,\"resident\":%zu,\"cold\":%s", race->peak,
            race->bandwidth, arena_resident(&race->arena), instance->cold ? "true" : "false");
    write_runs(race, CANDIDATE, "runs", out);
    write_runs(race, REFERENCE, "reference_runs", out);
}

static bool compete(struct race *race, struct stop *stop) {
    for (int at = 0; at < WARM_UPS; at++) {
        if (!one_round(race, false, stop)) {
            return false;
        }
    }
    return measure_nothing(race, stop) && run_rounds(race, stop) && believe(race, stop);
}

static bool start(struct race *race, const char *candidate, FILE *out, struct stop *stop) {
    const char *library;
    const char *coretype;
    if (!rival_choose(race->rival[REFERENCE], &race->arena, &library, &coretype, out, stop)) {
        return false;
    }
    rival_clear(race->rival[REFERENCE]);
    struct server *again = &race->rival[AGAIN]->server;
    struct server *judged = &race->rival[CANDIDATE]->server;
    strcpy(again->name, "the reference again");
    strcpy(judged->name, "the candidate");
    if (!server_start(again, &race->arena, library, coretype, true, stop)) {
        return blame(AGAIN, stop);
    }
    return server_start(judged, &race->arena, candidate, NULL, false, stop);
}

bool timing(const struct instance *instance, const char *library, FILE *out, struct stop *stop) {
    struct race race = {.instance = instance};
    bool done = prepare(&race, stop);
    for (int who = 0; who < RIVALS; who++) {
        race.rival[who] = calloc(1, sizeof *race.rival[who]);
        rival_clear(race.rival[who]);
    }
    done = done && start(&race, library, out, stop) && compete(&race, stop);
    if (done) {
        write_race(&race, out);
    }
    for (int who = 0; who < RIVALS; who++) {
        if (race.rival[who]->server.pid > 0) {
            server_end(&race.rival[who]->server);
        }
        free(race.rival[who]);
    }
    arena_close(&race.arena);
    return done;
}
