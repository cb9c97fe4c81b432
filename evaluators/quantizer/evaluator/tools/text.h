#ifndef TW_TEXT_H
#define TW_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Just as much JSON and base64 as the protocol needs: flat objects that our own scorer wrote. */

/* Where the value of a member begins, NULL where there is none. */
const char *member(const char *line, const char *name);

/* A member that is a number, or `otherwise`. */
double number_of(const char *line, const char *name, double otherwise);

/* A member that is a string of base64; NULL where there is none or it is not one. To be freed. */
uint8_t *bytes_of(const char *line, const char *name, size_t *size);

/* Writes a string of base64, with its quotes. */
void put_base64(FILE *out, const uint8_t *bytes, size_t size);

#endif
