#ifndef TW_GPU_PROTOCOL_H
#define TW_GPU_PROTOCOL_H

#include <stdint.h>

/*
 * Between the referee, which never touches the GPU or loads a candidate, and the processes that run
 * kernels on it. Inputs are in memory that those processes can only read; outputs come back in
 * memory of their own. Orders come on descriptor 0, replies go to 1.
 */

enum { TW_INPUTS = 3, TW_OUTPUTS = 4 }; /* descriptors */

/* Floats around each output that must stay as they were. */
enum { TW_MARGIN = 64 };

/* NaN; what outputs and margins are filled with before a call. */
#define TW_POISON 0x7fa5a5a5u

/* Memory of inputs: `sets` times A, then B. Of outputs: `sets` times margin, C, margin. */
struct gpu_hello {
    int64_t m, n, k;
    int64_t sets;
    int64_t trusted; /* may be asked for its name and to measure the device */
};

enum gpu_what {
    GPU_LOAD,    /* copies inputs to the device, poisons outputs; `shift` floats off alignment */
    GPU_CALL,    /* every set once, without a graph */
    GPU_RUN,     /* the graph: for every set, empties the second-level cache and calls */
    GPU_FLUSH,   /* the same without the calls */
    GPU_FETCH,   /* copies outputs with their margins back */
    GPU_MEASURE  /* multiply-adds and reading, at their best */
};

struct gpu_order {
    int64_t what;
    int64_t shift;
};

struct gpu_reply {
    int64_t status;   /* 0, or what the kernel returned, or -1 when the device failed */
    double event;     /* seconds between two events around it */
    double host;      /* seconds until the device had nothing left to do, by its own clock */
    double peak;      /* of GPU_MEASURE: flop/s */
    double bandwidth; /* bytes/s */
    double megahertz; /* of the multiprocessors just now; 0 where it is not told */
    char name[80];    /* after hello: what a trusted library calls itself, and the device */
    char device[80];
    char trouble[160]; /* the device's own words for a failure */
};

#endif
