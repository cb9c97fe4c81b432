#define _GNU_SOURCE
#include "server.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * A run may use so much CPU time, and ten times as much wall time: two seconds and what a hundred
 * million flops a second would need, a hundredth of what plain loops do.
 */
static const double longest = 2.0;
static const double slowest = 1e8;

enum { LOOK_MS = 100 };

/*
 * Longer runs than so many seconds are allowed one interruption in so much time, or a busy machine
 * would have no clean ones of them at all. To fill the caches again costs them about 2 %, and the
 * fastest quarter are those it cost least.
 */
static const double slice = 1.5e-3;

int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static int64_t cpu(const struct server *server) {
    struct timespec time = {0};
    clock_gettime(server->clock, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

const char *folder(void) {
    static char path[PATH_MAX];
    if (!path[0]) {
        ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
        path[length < 0 ? 0 : length] = 0;
        char *slash = strrchr(path, '/');
        strcpy(slash ? slash + 1 : path, "");
    }
    return path;
}

/*
 * Asks the scheduler for long slices, so that fewer runs are interrupted on a busy machine. The
 * structure is the first version of the kernel's; a scheduler without slices ignores it.
 */
static void ask_for_long_slices(void) {
    struct {
        uint32_t size, policy;
        uint64_t flags;
        int32_t nice;
        uint32_t priority;
        uint64_t runtime, deadline, period;
    } wish = {.size = 48, .policy = SCHED_OTHER, .runtime = 100000000};
    syscall(SYS_sched_setattr, 0, &wish, 0);
}

static void become(const struct arena *arena, const char *library, const char *coretype,
                   const int *orders, const int *replies) {
    char program[PATH_MAX + 10];
    char environment[60] = "OPENBLAS_NUM_THREADS=1";
    char core[60];
    snprintf(program, sizeof program, "%stwbench", folder());
    snprintf(core, sizeof core, "OPENBLAS_CORETYPE=%s", coretype ? coretype : "");
    char *const arguments[] = {
        program, "--serve", (char *)arena->instance->kernel->name, (char *)library, NULL};
    char *const variables[] = {environment, coretype ? core : NULL, NULL};
    int memory = dup(arena->file); /* so that none of the four below is overwritten */
    dup2(orders[0], 0);
    dup2(replies[1], 1);
    dup2(memory, 3);
    syscall(SYS_close_range, 4, ~0u, 0);
    ask_for_long_slices();
    execve(program, arguments, variables);
    _exit(127);
}

static bool put(struct server *server, const void *from, size_t bytes) {
    return write(server->orders, from, bytes) == (ssize_t)bytes;
}

/* How the process ended, told as the candidate's doing. */
static bool ended(struct server *server, struct stop *stop) {
    int status = 0;
    waitpid(server->pid, &status, 0);
    server->pid = 0;
    if (!WIFSIGNALED(status)) {
        return stop_at(stop, "CRASH", "%s ends its process, status %d", server->name,
                       WEXITSTATUS(status));
    }
    switch (WTERMSIG(status)) {
    case SIGSYS:
        return stop_at(stop, "CRASH", "%s makes a system call; kernels only compute", server->name);
    case SIGSEGV:
    case SIGBUS:
        return stop_at(stop, "CRASH",
                       "%s touches memory that is not its own (%s). Maybe a remainder of rows or "
                       "columns is read past the end, or aligned loads are used where the base "
                       "pointers are only aligned to one element",
                       server->name, strsignal(WTERMSIG(status)));
    default:
        return stop_at(stop, "CRASH", "%s ends with a signal: %s", server->name,
                       strsignal(WTERMSIG(status)));
    }
}

static bool too_long(const struct server *server, int64_t since) {
    double limit = longest + server->flops / slowest;
    double used = server->mark ? (double)(cpu(server) - server->mark) * 1e-9 : 0;
    return used > limit || (double)(now() - since) * 1e-9 > 10 * limit;
}

static bool get(struct server *server, struct reply *reply, struct stop *stop) {
    struct pollfd ready = {server->replies, POLLIN, 0};
    int64_t since = now();
    size_t got = 0;
    while (got < sizeof *reply) {
        if (poll(&ready, 1, LOOK_MS) == 0) {
            if (too_long(server, since)) {
                return stop_at(stop, "TIMEOUT", "%s takes more than %.1f s of CPU time",
                               server->name, longest + server->flops / slowest);
            }
            continue;
        }
        ssize_t more = read(server->replies, (char *)reply + got, sizeof *reply - got);
        if (more <= 0) {
            return ended(server, stop);
        }
        got += (size_t)more;
    }
    return true;
}

static long switches(const struct server *server) {
    char text[4096];
    ssize_t length = server->status_file < 0 ? -1
                                             : pread(server->status_file, text, sizeof text - 1, 0);
    text[length < 0 ? 0 : length] = 0;
    const char *line = strstr(text, "nonvoluntary_ctxt_switches:");
    return line ? strtol(line + strlen("nonvoluntary_ctxt_switches:"), NULL, 10) : -1;
}

static bool greet(struct server *server, const struct arena *arena, bool trusted,
                  struct stop *stop) {
    struct hello hello = {.arena = (int64_t)arena->bytes,
                          .table = (int64_t)arena->table,
                          .scratch = (int64_t)arena->scratch,
                          .scratch_bytes = (int64_t)arena->scratch_bytes,
                          .guards = arena->guards,
                          .trusted = trusted};
    memcpy(hello.size, arena->instance->size, sizeof hello.size);
    struct reply reply;
    if (!put(server, &hello, sizeof hello)
        || !put(server, arena->guard, (size_t)arena->guards * sizeof *arena->guard)
        || !get(server, &reply, stop)) {
        return stop->cause ? false : ended(server, stop);
    }
    if (reply.status == 1) {
        return stop_at(stop, "CRASH", "%s has no function %s", server->name,
                       arena->instance->kernel->symbol);
    }
    reply.name[sizeof reply.name - 1] = 0;
    if (trusted && reply.name[0]) {
        snprintf(server->name, sizeof server->name, "%s", reply.name);
    }
    return true;
}

bool server_start(struct server *server, const struct arena *arena, const char *library,
                  const char *coretype, bool trusted, struct stop *stop) {
    int orders[2];
    int replies[2];
    *stop = (struct stop){0};
    if (pipe2(orders, O_CLOEXEC) != 0 || pipe2(replies, O_CLOEXEC) != 0) {
        return stop_at(stop, "EVALUATOR_FAULT", "no pipes: %s", strerror(errno));
    }
    server->pid = fork();
    if (server->pid == 0) {
        become(arena, library, coretype, orders, replies);
    }
    close(orders[0]);
    close(replies[1]);
    server->mark = 0;
    server->flops = arena->instance->kernel->flops(arena->instance->size) * arena->calls;
    server->orders = orders[1];
    server->replies = replies[0];
    char status[40];
    snprintf(status, sizeof status, "/proc/%d/status", server->pid);
    server->status_file = open(status, O_RDONLY | O_CLOEXEC);
    if (!greet(server, arena, trusted, stop)) {
        server_end(server);
        return false;
    }
    clock_getcpuclockid(server->pid, &server->clock);
    server->mark = cpu(server);
    server->switches = switches(server);
    return true;
}

void server_end(struct server *server) {
    if (server->pid > 0) {
        kill(server->pid, SIGKILL);
        waitpid(server->pid, NULL, 0);
    }
    close(server->orders);
    close(server->replies);
    if (server->status_file >= 0) {
        close(server->status_file);
    }
    server->pid = 0;
}

bool server_run(struct server *server, int calls, struct cost *cost, struct stop *stop) {
    struct order order = {calls};
    struct reply reply;
    int64_t sent = now();
    if (!put(server, &order, sizeof order)) {
        return ended(server, stop);
    }
    if (!get(server, &reply, stop)) {
        return false;
    }
    cost->wall = (double)(now() - sent) * 1e-9;
    cost->inside = (double)reply.nanoseconds * 1e-9;
    if (reply.status) {
        return stop_at(stop, "INVALID_RESULT", "%s returns %lld, which says it failed",
                       server->name, (long long)reply.status);
    }
    return true;
}

void server_charge(struct server *server, struct cost *cost) {
    int64_t used = cpu(server);
    long switched = switches(server);
    cost->cpu = (double)(used - server->mark) * 1e-9;
    cost->clean = switched < 0 ? cost->wall < 1.03 * cost->cpu + 50e-6
                               : switched - server->switches <= (long)(cost->cpu / slice);
    server->mark = used;
    server->switches = switched;
}
