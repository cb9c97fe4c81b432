#ifndef TW_SEAL_H
#define TW_SEAL_H

#include <stdbool.h>

/*
 * System calls a kernel's process may still make. Both return false where this machine has no such
 * filter. Whatever else is called ends the process with SIGSYS.
 */

/* Enough to load a library: no processes, no sockets, no signals, nothing opened for writing. */
bool seal_for_loading(void);

/* Reading orders, writing replies, ending. */
bool seal(void);

/* No more memory, files, processes or dumps than a kernel's process needs; ends with its parent. */
void confine(void);

#endif
