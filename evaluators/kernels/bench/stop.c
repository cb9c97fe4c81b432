#include "stop.h"

#include <stdarg.h>
#include <stdio.h>

bool stop_at(struct stop *stop, const char *cause, const char *format, ...) {
    va_list words;
    va_start(words, format);
    stop->cause = cause;
    vsnprintf(stop->detail, sizeof stop->detail, format, words);
    va_end(words);
    return false;
}
