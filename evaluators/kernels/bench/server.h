#ifndef TW_SERVER_H
#define TW_SERVER_H

#include <sys/types.h>
#include <time.h>

#include "arena.h"

/*
 * A process that runs one library's kernel on request. The referee starts one for the candidate and
 * one for each reference; it never loads any of them itself.
 */

/* What kernel processes are told once. Followed by the guards. */
struct hello {
    int64_t size[TW_SIZES];
    int64_t arena;
    int64_t table;
    int64_t scratch;
    int64_t scratch_bytes;
    int64_t guards;
    int64_t trusted;
};

/* What they are told for each run: how many rows of the table to go through. */
struct order {
    int64_t calls;
};

/* What they say; believed in nothing but that the run is over. */
struct reply {
    int64_t status;      /* of the last call that did not return 0, or 0 */
    int64_t nanoseconds; /* wall time by their own clock */
    char name[40];       /* after hello: what the library calls itself, if anything */
};

struct server {
    char name[60];
    pid_t pid;
    int orders;
    int replies;
    int status_file; /* /proc/<pid>/status, or -1 */
    clockid_t clock; /* CPU time of all its threads */
    int64_t mark;    /* CPU time charged so far, in nanoseconds; 0 before the first run */
    long switches;   /* involuntary ones so far */
    double flops;    /* of a run */
};

/* What a run took. All the CPU time of a process is charged to one of its runs. */
struct cost {
    double cpu;
    double wall;
    double inside;
    bool clean; /* nobody else had the core meanwhile, as far as this can be known */
};

/*
 * Starts a process for a library and waits until it is ready.
 * coretype: OpenBLAS's name of the kernels to be used, or NULL. trusted: without a filter of system
 * calls, which OpenBLAS would not survive.
 */
bool server_start(struct server *server, const struct arena *arena, const char *library,
                  const char *coretype, bool trusted, struct stop *stop);

void server_end(struct server *server);

/* Lets it go through the first calls of the table. */
bool server_run(struct server *server, int calls, struct cost *cost, struct stop *stop);

/* To be called when the outputs are copied: what it did since the last time goes to this run. */
void server_charge(struct server *server, struct cost *cost);

/* The other side: never returns. Arguments: kernel, library. */
int serve(const char *kernel, const char *library);

/* Of the folder this program lies in, with a slash at its end. */
const char *folder(void);

/* Wall clock in nanoseconds. */
int64_t now(void);

#endif
