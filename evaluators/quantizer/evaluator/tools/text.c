#include "text.h"

#include <stdlib.h>
#include <string.h>

static const char DIGITS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const char *member(const char *line, const char *name) {
    char key[64];
    snprintf(key, sizeof key, "\"%s\":", name);
    const char *at = strstr(line, key);
    return at ? at + strlen(key) + strspn(at + strlen(key), " ") : NULL;
}

double number_of(const char *line, const char *name, double otherwise) {
    const char *at = member(line, name);
    return at ? strtod(at, NULL) : otherwise;
}

static int digit(char character) {
    const char *at = character ? strchr(DIGITS, character) : NULL;
    return at ? (int)(at - DIGITS) : -1;
}

uint8_t *bytes_of(const char *line, const char *name, size_t *size) {
    const char *at = member(line, name);
    if (!at || *at != '"') {
        return NULL;
    }
    size_t length = strcspn(++at, "\"");
    uint8_t *bytes = malloc(length / 4 * 3 + 4);
    if (!bytes) {
        abort();
    }
    *size = 0;
    uint32_t held = 0;
    int bits = 0;
    for (size_t index = 0; index < length && at[index] != '='; index++) {
        int value = digit(at[index]);
        if (value < 0) {
            free(bytes);
            return NULL;
        }
        held = held << 6 | (uint32_t)value;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes[(*size)++] = (uint8_t)(held >> bits);
        }
    }
    return bytes;
}

void put_base64(FILE *out, const uint8_t *bytes, size_t size) {
    fputc('"', out);
    for (size_t at = 0; at < size; at += 3) {
        uint32_t three = (uint32_t)bytes[at] << 16;
        three |= at + 1 < size ? (uint32_t)bytes[at + 1] << 8 : 0;
        three |= at + 2 < size ? bytes[at + 2] : 0;
        fputc(DIGITS[three >> 18], out);
        fputc(DIGITS[three >> 12 & 63], out);
        fputc(at + 1 < size ? DIGITS[three >> 6 & 63] : '=', out);
        fputc(at + 2 < size ? DIGITS[three & 63] : '=', out);
    }
    fputc('"', out);
}
