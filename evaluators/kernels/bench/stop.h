#ifndef TW_STOP_H
#define TW_STOP_H

#include <stdbool.h>

/* Why a candidate is given up; the cause is one of tradewind's words for failures. */
struct stop {
    const char *cause;
    char detail[500];
};

/* Notes the cause and returns false, so that callers can say `return stop_at(...)`. */
bool stop_at(struct stop *stop, const char *cause, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
