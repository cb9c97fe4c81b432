#ifndef TW_MACHINE_H
#define TW_MACHINE_H

#include <stdbool.h>
#include <stddef.h>

/* What this core can do, measured by the referee itself beside every timing. */

/* Fused multiply-adds in fp32, two flops each, in flop/s of CPU time. */
double peak_flops(void);

/* Reading so many bytes again and again, or once from memory when cold, in bytes/s of CPU time. */
double read_bandwidth(size_t bytes, bool cold);

/* Bytes of the second-level cache, or a common size where it is not told. */
size_t cache_bytes(void);

/* Binds this process, and those it starts, to the core it runs on; to the next one. */
void stay(void);
void move_on(void);

/* The core `stay` and `move_on` chose. */
int core(void);

/* Binds another process to that core. */
void bring(int process);

#endif
