#include "kernel.h"

extern const struct kernel tw_sgemm_kernel;

const struct kernel *const tw_kernels[] = {&tw_sgemm_kernel, NULL};
