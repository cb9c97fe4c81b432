#ifndef TW_OPENBLAS_H
#define TW_OPENBLAS_H

/*
 * OpenBLAS as a reference, loaded at run time so that nothing is needed to build this. The core
 * type is chosen by the environment variable OPENBLAS_CORETYPE before it is loaded.
 */

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

enum { ROW_MAJOR = 101, AS_IS = 111, TRANSPOSED = 112 };

typedef void sgemm_function(int, int, int, int, int, int, float, const float *, int, const float *,
                            int, float, float *, int);

static sgemm_function *openblas_sgemm;
static char openblas_title[40];

/* Ends the process where there is no OpenBLAS, which the referee takes as such. */
__attribute__((constructor)) static void openblas_load(void) {
    void *library = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL);
    library = library ? library : dlopen("libopenblas.so", RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        _Exit(3);
    }
    openblas_sgemm = (sgemm_function *)dlsym(library, "cblas_sgemm");
    char *(*core)(void) = (char *(*)(void))dlsym(library, "openblas_get_corename");
    void (*threads)(int) = (void (*)(int))dlsym(library, "openblas_set_num_threads");
    if (!openblas_sgemm || !core || !threads) {
        _Exit(3);
    }
    threads(1);
    snprintf(openblas_title, sizeof openblas_title, "OpenBLAS %s", core());
}

/* What the referee calls this reference, with the core type that was really chosen. */
const char *tw_title(void);

const char *tw_title(void) {
    return openblas_title;
}

#endif
