#include "kernel.h"

extern const struct kernel tw_sgemm_kernel;
extern const struct kernel tw_attention_kernel;
extern const struct kernel tw_gemv4_kernel;
extern const struct kernel tw_gemv4_fixed_kernel; /* of gemv4.c too */
extern const struct kernel tw_rows_kernel;

const struct kernel *const tw_kernels[] = {&tw_sgemm_kernel, &tw_attention_kernel,
                                           &tw_gemv4_kernel, &tw_gemv4_fixed_kernel,
                                           &tw_rows_kernel,  NULL};
