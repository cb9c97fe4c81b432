#ifndef TW_KERNEL_H
#define TW_KERNEL_H

/*
 * What the referee has to know of a kernel: one constant `struct kernel` in a file of its own
 * (sgemm.c, attention.c, ...), listed in kernels.c. None of this ever runs in the candidate's
 * process but `call`. Buffers are handed over as an array of base pointers in the order of
 * `tensors`. Sizes are what the instance gives for the names in `sizes`, in that order.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "random.h"

enum { TW_SIZES = 8, TW_TENSORS = 6 };

/*
 * Short calls are timed in batches, each with inputs of its own. To have many calls in little
 * memory, batches combine every LEFT with every RIGHT: sgemm has A on the left and B on the right.
 * A kernel without a second operand has all its inputs on the left.
 */
enum side { LEFT, RIGHT, OUTPUT };

struct tensor {
    const char *name;
    size_t bytes;
    size_t element; /* bytes; the base pointer is a multiple of it and of nothing more */
    enum side side;
};

/* How closely outputs are looked at: SAMPLED must still see every row of the output. */
enum effort { FULL, SAMPLED };

/*
 * A change of the inputs with a known effect on the outputs, for checks.
 * change: changes inputs in place. holds: compares the outputs before and after.
 * Both are given the same seed.
 */
struct relation {
    const char *name;
    void (*change)(const int64_t *size, uint64_t seed, void *const *buffer);
    bool (*holds)(const int64_t *size, uint64_t seed, void *const *before, void *const *after);
};

/* Trusted code to be compared with: a library in the folder of the bench with the same symbol. */
struct reference {
    const char *name;    /* such as "shipped" */
    const char *library; /* such as "shipped-sgemm.so"; left out where it is missing */
    bool openblas;       /* once for each of OpenBLAS's core types that runs here; preferred to
                            those without, which then are not timed at all */
};

struct kernel {
    const char *name;   /* "kernel" in the instance */
    const char *symbol; /* what the candidate exports, such as "tw_sgemm" */
    const char *sizes[TW_SIZES + 1]; /* integer fields of the instance, ended by NULL */
    double limit;       /* greatest error that passes */

    /* Why these sizes cannot be run, or NULL. Called first. */
    const char *(*refuse)(const int64_t *size);

    /* Describes the buffers, at most TW_TENSORS, and returns how many. */
    int (*tensors)(const int64_t *size, struct tensor *tensor);

    /* Bytes of scratch a call is given. */
    size_t (*scratch)(const int64_t *size);

    /* Of one call; bytes are those that must be read and written at least. */
    double (*flops)(const int64_t *size);
    double (*bytes)(const int64_t *size);

    /* Kinds of inputs, ended by NULL. Timed is the first one. */
    const char *const *regimes;

    /* Writes new inputs (all LEFT and RIGHT buffers), all that follows from rng. */
    void (*fill)(const int64_t *size, int regime, struct rng *rng, void *const *buffer);

    /* Calls the candidate or a reference; the only function that runs in the kernel's process. */
    int (*call)(void *entry, const int64_t *size, void *const *buffer, void *scratch, size_t bytes);

    /*
     * Error of the outputs, normalised so that `limit` is the greatest that passes; infinite where
     * an output is not finite but should be. The buffers are the referee's private copies.
     */
    double (*error)(const int64_t *size, enum effort effort, struct rng *rng, void *const *buffer);

    /* Ended by one without a name; may be NULL. */
    const struct relation *relations;

    /* The best is the baseline. Ended by one without a name. */
    const struct reference *references;

    /*
     * Writes further members of the certificate, each after a comma: `,"hash":"..."`; may be NULL.
     * Called after checks with the buffers of the last case.
     */
    int (*remark)(const int64_t *size, void *const *buffer, char *text, size_t room);
};

/* Ended by NULL. */
extern const struct kernel *const tw_kernels[];

#endif
