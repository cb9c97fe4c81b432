#ifndef TW_GPU_DEVICE_H
#define TW_GPU_DEVICE_H

#include <cstddef>
#include <functional>

#include "tw_cuda.h"

/* What serving needs of a device; a GPU in gpu-device.cu, a processor where tests have none. */

/* Enqueues work; returns 0 when all is well. */
typedef std::function<int(cudaStream_t)> work;

/* Why there is no device, or nullptr. */
const char *device_open();

/* Its name. */
const char *device_name();

/* What to compile for, such as sm_90. */
void device_kind(char *kind, size_t room);

/* Memory of the device, or nullptr. */
float *device_memory(size_t floats);

void to_device(float *to, const float *from, size_t floats);
void from_device(float *to, const float *from, size_t floats);

/* Writes TW_POISON. */
void device_poison(float *at, size_t floats);

/* Enqueues writing more than the second-level cache holds. */
void device_flush(cudaStream_t stream);

/* Does work at once and waits for the device. */
int device_do(const work &work);

/* Work recorded once, to be done again and again; nullptr where it cannot be. */
struct record;
record *device_record(const work &work);

/* Does it; waits for the whole device, not for the stream, before either clock is read. */
void device_replay(record *record, double *event, double *host);

/* Fused multiply-adds in fp32, in flop/s, and reading memory, in bytes/s, at their best. */
void device_measure(double *peak, double *bandwidth);

/* Clock of the multiprocessors, or 0. */
double device_megahertz();

/* The last failure in the device's words, or nullptr. */
const char *device_trouble();

#endif
