#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "candidate.h"
#include "race.h"
#include "text.h"

/*
 * Codes the weights of each instance and says how fast they are decoded. Nothing here was written
 * by a candidate: settings are lowered by the task's own code, so encoder, decoders and clock may
 * share a process, and the judge believes the stream only.
 *
 * Instance: {"weights": base64 of floats, a multiple of 256, "timed": 0, or how thoroughly,
 * "trained": seed of the training}. Certificate: {"stream": base64, "digest8", "digest32":
 * of what the timed decoders made of it, "agree": with the plain ones, "encode": weights a second,
 * "fast": instruction set, "near" | "cache" | "streamed": times}.
 */

static const struct code CODE = TW_CODE;

/* Some machines count processor time in whole milliseconds only, too coarse for a fast encoder. */
static double seconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* FNV-1a (Fowler, Noll, Vo), 64 bits. */
static uint64_t digest(const void *bytes, size_t size) {
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t at = 0; at < size; at++) {
        hash = (hash ^ ((const uint8_t *)bytes)[at]) * 0x100000001b3u;
    }
    return hash;
}

/* Digest of what a fast decoder makes of a stream; false where the plain one disagrees. */
static bool decode(const struct book *book, const struct stream *stream, bool bytes,
                   uint64_t *hash) {
    size_t count = (size_t)stream->blocks * TW_BLOCK;
    size_t size = bytes ? count : count * sizeof(float);
    void *fast = malloc(size), *plain = malloc(size);
    if (!fast || !plain) {
        abort();
    }
    const uint8_t *records = stream->bytes + stream->head;
    if (bytes) {
        plain8(book, records, stream->blocks, plain);
    } else {
        plain32(book, records, stream->blocks, stream->gain, plain);
    }
    memcpy(fast, plain, size);
    if (bytes && tw_fast8) {
        tw_fast8(records, stream->blocks, book->byte, fast);
    } else if (!bytes && tw_fast32) {
        tw_fast32(records, stream->blocks, book->byte, stream->gain, fast);
    }
    bool agree = memcmp(fast, plain, size) == 0;
    *hash = digest(fast, size);
    free(fast);
    free(plain);
    return agree;
}

static void put_race(const char *name, const struct race *race) {
    printf(",\"%s\":{\"weights\":%lld,\"rounds\":%d,\"ours8\":%.1f,\"ours32\":%.1f,"
           "\"int8\":%.1f,\"int32\":%.1f,\"int8_name\":\"%s\",\"int32_name\":\"%s\"}",
           name, (long long)race->weights, race->rounds, race->ours8, race->ours32, race->int8,
           race->int32, race->int8_name, race->int32_name);
}

static void put_races(const struct book *book, const struct stream *stream, int timed) {
    if (timed == 0) {
        return;
    }
    struct race near = race_run(book, stream, 1 << 14, timed * 0.05);
    put_race("near", &near);
    struct race cache = race_run(book, stream, 1 << 16, timed * 0.15);
    put_race("cache", &cache);
    struct race streamed = race_run(book, stream, 64 << 20, timed * 0.15);
    put_race("streamed", &streamed);
}

static void answer(const struct book *book, const char *line) {
    size_t size = 0;
    float *weight = (float *)(void *)bytes_of(line, "weights", &size);
    if (!weight || size == 0 || size % (TW_BLOCK * sizeof(float)) != 0) {
        printf("{\"stop\":\"INVALID_RESULT\",\"detail\":\"an instance has a multiple of 256 "
               "floats in base64 as its weights\"}\n");
        exit(0);
    }
    int64_t blocks = (int64_t)(size / sizeof(float) / TW_BLOCK);
    double began = seconds();
    struct stream stream = stream_new(book, weight, blocks);
    double took = seconds() - began;
    uint64_t hash8 = 0, hash32 = 0;
    bool agree = !gives_bytes(&CODE) || decode(book, &stream, true, &hash8);
    agree = decode(book, &stream, false, &hash32) && agree;
    printf("{\"stream\":");
    put_base64(stdout, stream.bytes, stream.size);
    printf(",\"digest8\":\"%016llx\",\"digest32\":\"%016llx\",\"agree\":%s,\"fast\":\"%s\"",
           (unsigned long long)hash8, (unsigned long long)hash32, agree ? "true" : "false",
           tw_fast_name);
    printf(",\"encode\":%.0f", (double)blocks * TW_BLOCK / (took > 1e-9 ? took : 1e-9));
    put_races(book, &stream, (int)number_of(line, "timed", 0));
    printf("}\n");
    fflush(stdout);
    stream_free(&stream);
    free(weight);
}

int main(void) {
    char *line = NULL;
    size_t room = 0;
    struct book book = {0};
    while (getline(&line, &room, stdin) > 0) {
        if (!book.code) {
            book = book_new(&CODE, (uint64_t)number_of(line, "trained", 1));
        }
        answer(&book, line);
    }
    if (book.code) {
        book_free(&book);
    }
    free(line);
    return 0;
}
