#ifndef TW_GPU_SERVER_H
#define TW_GPU_SERVER_H

#include <sys/types.h>

#include "gpu-protocol.h"
#include "instance.h"

/* Buffers of the referee, shared with processes that run kernels; see gpu-protocol.h. */
struct gpu_memory {
    const struct instance *instance;
    int64_t sets;
    float *inputs; /* those processes cannot write to it */
    int inputs_file;
    size_t a, b, c; /* floats; c with its margins */
};

struct gpu_server {
    const char *who; /* in words */
    pid_t pid;
    int orders;
    int replies;
    int outputs_file;
    float *outputs;
    char name[80];
    char device[80];
};

bool gpu_memory_open(struct gpu_memory *memory, const struct instance *instance, int64_t sets,
                     struct stop *stop);
void gpu_memory_close(struct gpu_memory *memory);

/* Starts a process for a library and waits until it is ready. */
bool gpu_start(struct gpu_server *server, const struct gpu_memory *memory, const char *library,
               bool trusted, struct stop *stop);
void gpu_end(struct gpu_server *server, const struct gpu_memory *memory);

/* Has an order followed. wall: seconds from here to there and back. */
bool gpu_ask(struct gpu_server *server, struct gpu_order order, struct gpu_reply *reply,
             double *wall, struct stop *stop);

#endif
