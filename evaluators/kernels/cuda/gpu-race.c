#define _GNU_SOURCE
#include "gpu-race.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "gpu-server.h"

/*
 * Candidate, reference and a second process of the reference take turns in random order, each with
 * the same new inputs. A run is one graph: every set of inputs once, the second-level cache being
 * emptied before each; what emptying alone takes, as another graph, is taken off. Ratios are those
 * of the least times.
 */

enum { SETS = 20, LOOKED_AT = 3, ENOUGH = 15, FEWEST = 5, RIVALS = 3, RUNS = 200 };
enum { A, B, C };

static const double closeness = 0.05; /* of the events to the referee's own clock */
static const double errand = 100e-6;  /* from process to process and back */
static const double good_spread = 0.03;

enum who { CANDIDATE, REFERENCE, AGAIN };

struct rival {
    struct gpu_server server;
    double full;  /* least seconds of a run, by events */
    double empty; /* of one without calls */
    double wall;  /* of a run, from here to there and back */
    int runs;
};

struct race {
    struct gpu_memory memory;
    struct rng rng;
    struct rival rival[RIVALS];
    double worst;
    double peak, bandwidth;
    double slowest_clock, fastest_clock;
    int rounds;
};

static struct rng fresh(const struct instance *instance) {
    struct rng rng = {instance->seed};
    if (!instance->seeded && getrandom(&rng.state, sizeof rng.state, 0) != sizeof rng.state) {
        rng.state = (uint64_t)time(NULL);
    }
    return rng;
}

static float *left(const struct gpu_memory *memory, int64_t set) {
    return memory->inputs + (size_t)set * memory->a;
}

static float *right(const struct gpu_memory *memory) {
    return memory->inputs + (size_t)memory->sets * memory->a;
}

/* New values for one set and for what all sets share: all outputs change. */
static void refresh(const struct gpu_memory *memory, int64_t set, int regime, struct rng *rng) {
    void *buffer[] = {left(memory, set), right(memory), NULL};
    memory->instance->kernel->fill(memory->instance->size, regime, rng, buffer);
}

static bool poisoned(const float *at, size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint32_t bits;
        memcpy(&bits, at + i, sizeof bits);
        if (bits != TW_POISON) {
            return false;
        }
    }
    return true;
}

/* Whether every output was written and nothing beside it. */
static bool intact(const struct gpu_server *server, const struct gpu_memory *memory, int64_t shift,
                   struct stop *stop) {
    size_t count = memory->c - 2 * TW_MARGIN;
    for (int64_t set = 0; set < memory->sets; set++) {
        const float *slot = server->outputs + (size_t)set * memory->c;
        const float *output = slot + TW_MARGIN + shift;
        if (!poisoned(slot, (size_t)(output - slot))
            || !poisoned(output + count, (size_t)(TW_MARGIN - shift))) {
            return stop_at(stop, "INVALID_RESULT", "%s writes beside its output", server->who);
        }
        for (size_t i = 0; i < count; i++) {
            if (!isfinite(output[i])) {
                return stop_at(stop, "INVALID_RESULT",
                               "%s leaves outputs that are no numbers, or not written",
                               server->who);
            }
        }
    }
    return true;
}

static bool right_set(const struct gpu_server *server, const struct gpu_memory *memory,
                      int64_t set, int64_t shift, struct rng *rng, double *worst,
                      struct stop *stop) {
    const struct instance *instance = memory->instance;
    enum effort effort = memory->sets == 1 ? FULL : SAMPLED;
    float *output = server->outputs + (size_t)set * memory->c + TW_MARGIN + shift;
    void *buffer[] = {left(memory, set), right(memory), output};
    double error = instance->kernel->error(instance->size, effort, rng, buffer);
    *worst = error > *worst ? error : *worst;
    return error <= instance->limit
           || stop_at(stop, "INVALID_RESULT", "%s is wrong by %.2g, allowed are %.2g", server->who,
                      error, instance->limit);
}

static bool fetch(struct gpu_server *server, const struct gpu_memory *memory, int64_t shift,
                  struct stop *stop) {
    struct gpu_reply reply;
    double wall;
    return gpu_ask(server, (struct gpu_order){GPU_FETCH, 0}, &reply, &wall, stop)
           && intact(server, memory, shift, stop);
}

static bool check_regime(struct gpu_server *server, const struct gpu_memory *memory, int64_t shift,
                         struct rng *rng, double *worst, struct stop *stop) {
    struct gpu_reply reply;
    double wall;
    return gpu_ask(server, (struct gpu_order){GPU_LOAD, shift}, &reply, &wall, stop)
           && gpu_ask(server, (struct gpu_order){GPU_CALL, 0}, &reply, &wall, stop)
           && fetch(server, memory, shift, stop)
           && right_set(server, memory, 0, shift, rng, worst, stop);
}

bool gpu_check(const struct instance *instance, const char *library, double *worst,
               struct stop *stop) {
    struct gpu_memory memory;
    struct gpu_server server = {.who = "the candidate"};
    struct rng rng = fresh(instance);
    if (!gpu_memory_open(&memory, instance, 1, stop)) {
        return false;
    }
    bool passed = gpu_start(&server, &memory, library, false, stop);
    for (int regime = 0; passed && instance->kernel->regimes[regime]; regime++) {
        refresh(&memory, 0, regime, &rng);
        passed = check_regime(&server, &memory, 0, &rng, worst, stop)
                 && check_regime(&server, &memory, 1, &rng, worst, stop);
    }
    gpu_end(&server, &memory);
    gpu_memory_close(&memory);
    return passed;
}

static void note_clock(struct race *race, double megahertz) {
    race->slowest_clock = race->rounds == 0 ? megahertz : fmin(race->slowest_clock, megahertz);
    race->fastest_clock = fmax(race->fastest_clock, megahertz);
}

static bool run(struct race *race, struct rival *rival, struct stop *stop) {
    struct gpu_reply reply, empty;
    double wall, unused;
    if (!gpu_ask(&rival->server, (struct gpu_order){GPU_LOAD, 0}, &reply, &unused, stop)
        || !gpu_ask(&rival->server, (struct gpu_order){GPU_FLUSH, 0}, &empty, &unused, stop)
        || !gpu_ask(&rival->server, (struct gpu_order){GPU_RUN, 0}, &reply, &wall, stop)) {
        return false;
    }
    note_clock(race, reply.megahertz);
    if (race->rounds > 0) { /* graphs are made in the first */
        rival->runs++;
        rival->full = fmin(rival->full, reply.event);
        rival->empty = fmin(rival->empty, empty.event);
        rival->wall = fmin(rival->wall, fmax(wall, reply.host));
    }
    return fetch(&rival->server, &race->memory, 0, stop);
}

static bool judge(struct race *race, struct rival *rival, struct stop *stop) {
    for (int at = 0; at < LOOKED_AT; at++) {
        int64_t set = (int64_t)rng_below(&race->rng, SETS);
        if (!right_set(&rival->server, &race->memory, set, 0, &race->rng, &race->worst, stop)) {
            return false;
        }
    }
    return true;
}

/* A reference that fails is nobody's fault but the task's. */
static bool blame(int who, struct stop *stop) {
    if (who != CANDIDATE) {
        stop->cause = "EVALUATOR_FAULT";
    }
    return false;
}

static bool one_round(struct race *race, struct stop *stop) {
    int first = (int)rng_below(&race->rng, RIVALS);
    int step = 1 + (int)rng_below(&race->rng, RIVALS - 1);
    refresh(&race->memory, race->rounds % SETS, 0, &race->rng);
    for (int at = 0; at < RIVALS; at++) {
        int who = (first + at * step) % RIVALS;
        if (!run(race, &race->rival[who], stop)
            || (who == CANDIDATE && !judge(race, &race->rival[who], stop))) {
            return blame(who, stop);
        }
    }
    race->rounds++;
    return true;
}

static double of_call(const struct rival *rival) { return (rival->full - rival->empty) / SETS; }

static double ratio(const struct race *race, enum who one, enum who other) {
    return of_call(&race->rival[one]) / of_call(&race->rival[other]);
}

static bool enough(const struct race *race) {
    double again = ratio(race, REFERENCE, AGAIN);
    bool close = fabs(again - 1) <= good_spread;
    return race->rounds > ENOUGH && close;
}

static double seconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static bool compete(struct race *race, const struct instance *instance, struct stop *stop) {
    double deadline = seconds() + instance->seconds;
    while (race->rounds < RUNS && !enough(race) && (race->rounds <= FEWEST || seconds() < deadline)) {
        if (!one_round(race, stop)) {
            return false;
        }
        double slow = ratio(race, REFERENCE, CANDIDATE);
        if (race->rounds > FEWEST && slow > 0 && slow < instance->hopeless) {
            return stop_at(stop, "HOPELESS", "%.3f times the reference's speed, wanted are %.3f",
                           slow, instance->hopeless);
        }
    }
    return true;
}

/*
 * The device is waited for, not the stream, before the referee's clock is read: work that the
 * events do not see, on other streams, is seen by it. Least times, since a busy machine only adds.
 */
static bool unseen(const struct rival *rival) {
    return rival->wall - rival->full > closeness * rival->wall + errand;
}

static bool believe(const struct race *race, struct stop *stop) {
    const struct rival *candidate = &race->rival[CANDIDATE];
    if (unseen(&race->rival[REFERENCE]) || unseen(&race->rival[AGAIN])) {
        return stop_at(stop, "TIMEOUT",
                       "too noisy: the reference's events and the referee's clock are more than"
                       " %.0f %% apart",
                       100 * closeness);
    }
    if (unseen(candidate)) {
        return stop_at(stop, "INVALID_RESULT",
                       "the device was busy for %.4g s, the events tell of %.4g s: work on other"
                       " streams",
                       candidate->wall, candidate->full);
    }
    return (candidate->runs >= FEWEST && of_call(candidate) > 0
            && of_call(&race->rival[REFERENCE]) > 0)
           || stop_at(stop, "TIMEOUT", "too noisy: calls vanish beside emptying the cache");
}

/* cuBLAS where it works, else what is shipped. */
static bool choose(struct race *race, const char **library, struct stop *stop) {
    static const char *const known[] = {"/gpu-cublas.so", "/gpu-shipped.so"};
    static char path[4200];
    struct gpu_server *server = &race->rival[REFERENCE].server;
    for (int at = 0; at < 2; at++) {
        ssize_t length = readlink("/proc/self/exe", path, 4096);
        path[length < 0 ? 0 : length] = 0;
        char *slash = strrchr(path, '/');
        strcpy(slash ? slash : path, known[at]);
        struct gpu_reply reply;
        double wall;
        if (gpu_start(server, &race->memory, path, true, stop)
            && gpu_ask(server, (struct gpu_order){GPU_LOAD, 0}, &reply, &wall, stop)
            && gpu_ask(server, (struct gpu_order){GPU_CALL, 0}, &reply, &wall, stop)) {
            *library = path;
            return true;
        }
        gpu_end(server, &race->memory);
    }
    return false;
}

static bool start(struct race *race, const char *candidate, struct stop *stop) {
    const char *library = NULL;
    struct gpu_reply reply;
    double wall;
    struct gpu_server *reference = &race->rival[REFERENCE].server;
    for (int64_t set = 0; set < SETS; set++) {
        refresh(&race->memory, set, 0, &race->rng);
    }
    if (!choose(race, &library, stop)
        || !gpu_start(&race->rival[AGAIN].server, &race->memory, library, true, stop)
        || !gpu_ask(reference, (struct gpu_order){GPU_MEASURE, 0}, &reply, &wall, stop)) {
        return blame(REFERENCE, stop);
    }
    race->peak = reply.peak;
    race->bandwidth = reply.bandwidth;
    return gpu_start(&race->rival[CANDIDATE].server, &race->memory, candidate, false, stop);
}

static void write_race(const struct race *race, const struct instance *instance, FILE *out) {
    const struct gpu_server *reference = &race->rival[REFERENCE].server;
    fputs(",\"reference\":", out);
    json_string(out, reference->name);
    fputs(",\"device\":", out);
    json_string(out, reference->device);
    fprintf(out, ",\"clock\":\"gpu events\",\"seconds\":%.6g,\"reference_seconds\":%.6g",
            of_call(&race->rival[CANDIDATE]), of_call(&race->rival[REFERENCE]));
    fprintf(out, ",\"ratio\":%.5g,\"again\":%.5g,\"flush\":%.5g", ratio(race, REFERENCE, CANDIDATE),
            ratio(race, REFERENCE, AGAIN), race->rival[CANDIDATE].empty / SETS);
    fprintf(out, ",\"repetitions\":%d,\"clean\":%d,\"batch\":%d,\"error\":%.3g", race->rounds,
            race->rival[CANDIDATE].runs, SETS, race->worst);
    fprintf(out, ",\"flops\":%.9g,\"bytes\":%.9g,\"peak\":%.5g,\"bandwidth\":%.5g",
            instance->kernel->flops(instance->size), instance->kernel->bytes(instance->size),
            race->peak, race->bandwidth);
    fprintf(out, ",\"sm_mhz_least\":%.0f,\"sm_mhz_most\":%.0f", race->slowest_clock,
            race->fastest_clock);
}

bool gpu_race(const struct instance *instance, const char *library, FILE *out, struct stop *stop) {
    static const char *const names[] = {"the candidate", "the reference", "the reference again"};
    struct race race = {.rng = fresh(instance)};
    if (!gpu_memory_open(&race.memory, instance, SETS, stop)) {
        return false;
    }
    for (int who = 0; who < RIVALS; who++) {
        race.rival[who].server.who = names[who];
        race.rival[who].full = race.rival[who].empty = race.rival[who].wall = INFINITY;
    }
    bool done = start(&race, library, stop) && compete(&race, instance, stop)
                && believe(&race, stop);
    if (done) {
        write_race(&race, instance, out);
    }
    for (int who = 0; who < RIVALS; who++) {
        gpu_end(&race.rival[who].server, &race.memory);
    }
    gpu_memory_close(&race.memory);
    return done;
}
