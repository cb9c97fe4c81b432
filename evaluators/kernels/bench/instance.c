#include "instance.h"

#include <stdlib.h>
#include <string.h>

/* Where the value of a key begins, or NULL. Enough for flat objects whose strings have no quotes. */
static const char *value_of(const char *line, const char *key) {
    size_t length = strlen(key);
    for (const char *at = strchr(line, '"'); at; at = strchr(at + 1, '"')) {
        if (strncmp(at + 1, key, length) == 0 && at[length + 1] == '"') {
            const char *after = at + length + 2;
            after += strspn(after, " \t");
            if (*after == ':') {
                return after + 1 + strspn(after + 1, " \t");
            }
        }
    }
    return NULL;
}

static double number_of(const char *line, const char *key, double otherwise) {
    const char *value = value_of(line, key);
    return value ? strtod(value, NULL) : otherwise;
}

static bool word_of(const char *line, const char *key, char *word, size_t room) {
    const char *value = value_of(line, key);
    if (!value || *value != '"') {
        return false;
    }
    size_t length = strcspn(value + 1, "\"");
    if (length >= room) {
        return false;
    }
    memcpy(word, value + 1, length);
    word[length] = 0;
    return true;
}

static bool read_sizes(const char *line, struct instance *instance, struct stop *stop) {
    const struct kernel *kernel = instance->kernel;
    for (int at = 0; kernel->sizes[at]; at++) {
        const char *value = value_of(line, kernel->sizes[at]);
        if (!value) {
            return stop_at(stop, "EVALUATOR_FAULT", "the instance has no \"%s\"", kernel->sizes[at]);
        }
        instance->size[at] = strtoll(value, NULL, 10);
    }
    const char *why = kernel->refuse(instance->size);
    return !why || stop_at(stop, "EVALUATOR_FAULT", "%s cannot have these sizes: %s", kernel->name, why);
}

bool instance_read(const char *line, struct instance *instance, struct stop *stop) {
    char word[40];
    memset(instance, 0, sizeof *instance);
    if (!word_of(line, "kernel", word, sizeof word)) {
        return stop_at(stop, "EVALUATOR_FAULT", "the instance names no \"kernel\": %.60s", line);
    }
    for (int at = 0; tw_kernels[at]; at++) {
        if (strcmp(tw_kernels[at]->name, word) == 0) {
            instance->kernel = tw_kernels[at];
        }
    }
    if (!instance->kernel) {
        return stop_at(stop, "EVALUATOR_FAULT", "no kernel is called \"%s\"", word);
    }
    instance->timed = word_of(line, "mode", word, sizeof word) && strcmp(word, "time") == 0;
    const char *cold = value_of(line, "cold");
    instance->cold = cold && strncmp(cold, "true", 4) == 0;
    const char *seed = value_of(line, "seed");
    instance->seeded = seed;
    instance->seed = seed ? strtoull(seed, NULL, 10) : 0;
    instance->limit = number_of(line, "limit", instance->kernel->limit);
    instance->hopeless = number_of(line, "hopeless", 0.0);
    instance->seconds = number_of(line, "seconds", 20.0);
    return read_sizes(line, instance, stop);
}

void instance_write(const struct instance *instance, FILE *out) {
    fprintf(out, "\"kernel\":\"%s\"", instance->kernel->name);
    for (int at = 0; instance->kernel->sizes[at]; at++) {
        fprintf(out, ",\"%s\":%lld", instance->kernel->sizes[at], (long long)instance->size[at]);
    }
}

void json_string(FILE *out, const char *text) {
    fputc('"', out);
    for (; *text; text++) {
        unsigned char letter = (unsigned char)*text;
        if (letter == '"' || letter == '\\') {
            fputc('\\', out);
        }
        fputc(letter < ' ' || letter > '~' ? '?' : letter, out);
    }
    fputc('"', out);
}
