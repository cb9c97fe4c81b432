#define _GNU_SOURCE
#include "gpu-server.h"

#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE_MS = 60000 };

static size_t input_bytes(const struct gpu_memory *memory) {
    return 4 * ((size_t)memory->sets * memory->a + memory->b);
}

static size_t output_bytes(const struct gpu_memory *memory) {
    return 4 * (size_t)memory->sets * memory->c;
}

static void *shared(const char *name, size_t bytes, int *file) {
    *file = memfd_create(name, MFD_ALLOW_SEALING);
    if (*file < 0 || ftruncate(*file, (off_t)bytes) != 0) {
        return MAP_FAILED;
    }
    return mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, *file, 0);
}

bool gpu_memory_open(struct gpu_memory *memory, const struct instance *instance, int64_t sets,
                     struct stop *stop) {
    const int64_t *size = instance->size; /* m, n, k */
    memory->instance = instance;
    memory->sets = sets;
    memory->a = (size_t)(size[0] * size[2]);
    memory->b = (size_t)(size[2] * size[1]);
    memory->c = (size_t)(size[0] * size[1] + 2 * TW_MARGIN);
    memory->inputs = shared("inputs", input_bytes(memory), &memory->inputs_file);
    /* From here on only this mapping can be written to. */
    bool sealed = memory->inputs != MAP_FAILED
                  && fcntl(memory->inputs_file, F_ADD_SEALS, F_SEAL_FUTURE_WRITE | F_SEAL_SHRINK) == 0;
    return sealed || stop_at(stop, "EVALUATOR_FAULT", "no memory for the inputs");
}

void gpu_memory_close(struct gpu_memory *memory) {
    munmap(memory->inputs, input_bytes(memory));
    close(memory->inputs_file);
}

static const char *program(void) {
    static char path[PATH_MAX + 20];
    ssize_t length = readlink("/proc/self/exe", path, PATH_MAX);
    path[length < 0 ? 0 : length] = 0;
    char *slash = strrchr(path, '/');
    strcpy(slash ? slash + 1 : path, "twgpu-serve");
    return path;
}

static void become(const struct gpu_server *server, const struct gpu_memory *memory,
                   const char *library, const int *orders, const int *replies) {
    char *const arguments[] = {(char *)program(), (char *)library, NULL};
    int from[] = {dup(orders[0]), dup(replies[1]), dup(memory->inputs_file),
                  dup(server->outputs_file)};
    const int to[] = {0, 1, TW_INPUTS, TW_OUTPUTS};
    for (int at = 0; at < 4; at++) {
        from[at] = fcntl(from[at], F_DUPFD, 20); /* clear of all that are overwritten */
    }
    for (int at = 0; at < 4; at++) {
        dup2(from[at], to[at]);
    }
    closefrom(TW_OUTPUTS + 1);
    execv(arguments[0], arguments);
    _exit(127);
}

static double seconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static bool hear(struct gpu_server *server, struct gpu_reply *reply, struct stop *stop) {
    size_t got = 0;
    while (got < sizeof *reply) {
        struct pollfd door = {.fd = server->replies, .events = POLLIN};
        if (poll(&door, 1, PATIENCE_MS) <= 0) {
            return stop_at(stop, "TIMEOUT", "%s gave no sign for %d s", server->who,
                           PATIENCE_MS / 1000);
        }
        ssize_t more = read(server->replies, (char *)reply + got, sizeof *reply - got);
        if (more <= 0) {
            return stop_at(stop, "CRASH", "the process of %s ended", server->who);
        }
        got += (size_t)more;
    }
    reply->trouble[sizeof reply->trouble - 1] = 0;
    if (reply->status == -1) {
        return stop_at(stop, "CRASH", "%s: %s", server->who, reply->trouble);
    }
    return reply->status == 0
           || stop_at(stop, "INVALID_RESULT", "%s says it failed: status %lld", server->who,
                      (long long)reply->status);
}

bool gpu_start(struct gpu_server *server, const struct gpu_memory *memory, const char *library,
               bool trusted, struct stop *stop) {
    int orders[2], replies[2];
    const int64_t *size = memory->instance->size;
    struct gpu_hello hello = {size[0], size[1], size[2], memory->sets, trusted};
    struct gpu_reply reply;
    server->outputs = shared("outputs", output_bytes(memory), &server->outputs_file);
    if (server->outputs == MAP_FAILED || pipe2(orders, O_CLOEXEC) || pipe2(replies, O_CLOEXEC)) {
        return stop_at(stop, "EVALUATOR_FAULT", "no memory for the outputs");
    }
    server->pid = fork();
    if (server->pid == 0) {
        become(server, memory, library, orders, replies);
    }
    close(orders[0]);
    close(replies[1]);
    server->orders = orders[1];
    server->replies = replies[0];
    if (write(server->orders, &hello, sizeof hello) != sizeof hello
        || !hear(server, &reply, stop)) {
        return false;
    }
    memcpy(server->name, reply.name, sizeof server->name - 1);
    memcpy(server->device, reply.device, sizeof server->device - 1);
    return true;
}

void gpu_end(struct gpu_server *server, const struct gpu_memory *memory) {
    if (server->pid <= 0) {
        return;
    }
    close(server->orders);
    close(server->replies);
    kill(server->pid, SIGKILL);
    waitpid(server->pid, NULL, 0);
    munmap(server->outputs, output_bytes(memory));
    close(server->outputs_file);
    server->pid = 0;
}

bool gpu_ask(struct gpu_server *server, struct gpu_order order, struct gpu_reply *reply,
             double *wall, struct stop *stop) {
    double began = seconds();
    if (write(server->orders, &order, sizeof order) != sizeof order) {
        return stop_at(stop, "CRASH", "the process of %s ended", server->who);
    }
    bool well = hear(server, reply, stop);
    *wall = seconds() - began;
    return well;
}
