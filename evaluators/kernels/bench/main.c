#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/stat.h>

#include "check.h"
#include "machine.h"
#include "timing.h"

/*
 * twbench LIBRARY: the referee. Reads one instance a line, prints one certificate a line, or why
 * the candidate was given up. Never loads LIBRARY: see server.h.
 */

/* Bytes of the library, or 0. */
static long long bytes_of(const char *library) {
    struct stat found;
    return stat(library, &found) == 0 ? (long long)found.st_size : 0;
}

static bool evaluate(const struct instance *instance, const char *library, FILE *out,
                     struct stop *stop) {
    double worst = 0;
    fputs("{", out);
    instance_write(instance, out);
    fprintf(out, ",\"mode\":\"%s\",\"binary\":%lld", instance->timed ? "time" : "check",
            bytes_of(library));
    bool passed = check(instance, library, &worst, out, stop);
    fprintf(out, ",\"checked\":%.3g,\"limit\":%.3g", worst, instance->limit);
    passed = passed && (!instance->timed || timing(instance, library, out, stop));
    fputs("}", out);
    return passed;
}

static void give_up(const struct stop *stop) {
    printf("{\"stop\":\"%s\",\"detail\":", stop->cause);
    json_string(stdout, stop->detail);
    printf("}\n");
}

/* Whether to go on with the next line. */
static bool answer(const char *line, const char *library) {
    struct instance instance;
    struct stop stop = {0};
    if (!instance_read(line, &instance, &stop)) {
        fprintf(stderr, "twbench: %s\n", stop.detail);
        exit(2);
    }
    char *certificate = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&certificate, &length);
    bool passed = evaluate(&instance, library, out, &stop);
    fclose(out);
    if (passed) {
        printf("%s\n", certificate);
    } else if (strcmp(stop.cause, "EVALUATOR_FAULT") == 0) {
        fprintf(stderr, "twbench: %s\n", stop.detail);
        exit(2);
    } else {
        give_up(&stop);
    }
    fflush(stdout);
    free(certificate);
    return passed;
}

/*
 * Kept from being read or traced by the processes it starts, and from interrupting them when they
 * answer: those of the batch class do not.
 */
static void settle(void) {
    struct sched_param none = {0};
    prctl(PR_SET_DUMPABLE, 0);
    signal(SIGPIPE, SIG_IGN);
    sched_setscheduler(0, SCHED_BATCH, &none);
    stay();
}

int main(int count, char **word) {
    if (count == 4 && strcmp(word[1], "--serve") == 0) {
        return serve(word[2], word[3]);
    }
    if (count != 2) {
        fprintf(stderr, "usage: twbench LIBRARY < instances\n");
        return 2;
    }
    folder();
    settle();
    char *line = NULL;
    size_t room = 0;
    while (getline(&line, &room, stdin) > 0 && answer(line, word[1])) {
    }
    free(line);
    return 0;
}
