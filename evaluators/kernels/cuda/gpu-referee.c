#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>

#include "gpu-race.h"

/* twgpu LIBRARY: as twbench, for kernels on a GPU. Never loads LIBRARY and never uses the GPU. */

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
    bool passed = gpu_check(instance, library, &worst, stop);
    fprintf(out, ",\"checked\":%.3g,\"limit\":%.3g", worst, instance->limit);
    passed = passed && (!instance->timed || gpu_race(instance, library, out, stop));
    fputs("}", out);
    return passed;
}

static void fault(const struct stop *stop) {
    fprintf(stderr, "twgpu: %s\n", stop->detail);
    exit(2);
}

/* Whether to go on with the next line. */
static bool answer(const char *line, const char *library) {
    struct instance instance;
    struct stop stop = {0};
    if (!instance_read(line, &instance, &stop)) {
        fault(&stop);
    }
    char *certificate = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&certificate, &length);
    bool passed = evaluate(&instance, library, out, &stop);
    fclose(out);
    if (passed) {
        printf("%s\n", certificate);
    } else if (strcmp(stop.cause, "EVALUATOR_FAULT") == 0) {
        fault(&stop);
    } else {
        printf("{\"stop\":\"%s\",\"detail\":", stop.cause);
        json_string(stdout, stop.detail);
        printf("}\n");
    }
    fflush(stdout);
    free(certificate);
    return passed;
}

int main(int count, char **word) {
    if (count != 2) {
        fprintf(stderr, "usage: twgpu LIBRARY < instances\n");
        return 2;
    }
    prctl(PR_SET_DUMPABLE, 0);
    signal(SIGPIPE, SIG_IGN);
    char *line = NULL;
    size_t room = 0;
    while (getline(&line, &room, stdin) > 0 && answer(line, word[1])) {
    }
    free(line);
    return 0;
}
