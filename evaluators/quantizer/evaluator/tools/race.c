#define _POSIX_C_SOURCE 200809L
#include "race.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "int4.h"

enum { LEAST_ROUNDS = 3, BATCH_WEIGHTS = 1 << 18 };

/* Of more weights only bytes are raced: floats of all would take too much memory and time. */
enum { MOST_FLOATS = 1 << 20 };

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

struct track {
    const struct book *book;
    const struct stream *stream;
    int64_t weights;
    bool floats;
    int batch; /* calls timed together, so that the clock's own cost does not matter */
    uint8_t *code;
    void *out;
};

static void ours8(const struct track *track) {
    int64_t blocks = track->weights / TW_BLOCK;
    if (tw_fast8) {
        tw_fast8(track->code, blocks, track->book->byte, track->out);
    } else {
        plain8(track->book, track->code, blocks, track->out);
    }
}

static void ours32(const struct track *track) {
    int64_t blocks = track->weights / TW_BLOCK;
    float gain = track->stream->gain;
    if (tw_fast32) {
        tw_fast32(track->code, blocks, track->book->byte, gain, track->out);
    } else {
        plain32(track->book, track->code, blocks, gain, track->out);
    }
}

static void keep_least(double *least, double began, int batch) {
    double took = (now() - began) / batch;
    *least = *least == 0 || took < *least ? took : *least;
}

static void time_ours(const struct track *track, struct race *race) {
    if (gives_bytes(track->book->code)) {
        double began = now();
        for (int call = 0; call < track->batch; call++) {
            ours8(track);
        }
        keep_least(&race->ours8, began, track->batch);
    }
    if (!track->floats && gives_bytes(track->book->code)) {
        return;
    }
    double began = now();
    for (int call = 0; call < track->batch; call++) {
        ours32(track);
    }
    keep_least(&race->ours32, began, track->batch);
}

static void time_reference(const struct track *track, const struct int4 *int4, struct race *race) {
    double before8 = race->int8, before32 = race->int32;
    double began = now();
    for (int call = 0; call < track->batch; call++) {
        int4->bytes(track->code, track->weights, track->out);
    }
    keep_least(&race->int8, began, track->batch);
    race->int8_name = race->int8 != before8 ? int4->name : race->int8_name;
    if (!track->floats) {
        return;
    }
    began = now();
    for (int call = 0; call < track->batch; call++) {
        int4->floats(track->code, track->weights, track->stream->gain, track->out);
    }
    keep_least(&race->int32, began, track->batch);
    race->int32_name = race->int32 != before32 ? int4->name : race->int32_name;
}

static void *room(size_t bytes) {
    void *at = aligned_alloc(4096, (bytes + 8191) / 4096 * 4096);
    if (!at) {
        abort();
    }
    memset(at, 1, bytes);
    return at;
}

/* As many records as there is room for; references read the same bytes, and half as fast. */
static void lay_records(const struct track *track, size_t bytes) {
    size_t all = track->stream->size - track->stream->head;
    for (size_t at = 0; at < bytes; at += all) {
        size_t here = bytes - at < all ? bytes - at : all;
        memcpy(track->code + at, track->stream->bytes + track->stream->head, here);
    }
}

struct race race_run(const struct book *book, const struct stream *stream, int64_t weights,
                     double seconds) {
    struct track track = {.book = book, .stream = stream, .weights = weights};
    track.floats = weights <= MOST_FLOATS;
    track.batch = weights < BATCH_WEIGHTS ? (int)(BATCH_WEIGHTS / weights) : 1;
    size_t bytes = record_bytes(book->code) * (size_t)(weights / TW_BLOCK);
    bytes = bytes > (size_t)weights / 2 ? bytes : (size_t)weights / 2;
    track.code = room(bytes + 64);
    bool bytes_only = !track.floats && gives_bytes(book->code);
    track.out = room((size_t)weights * (bytes_only ? 1 : sizeof(float)));
    lay_records(&track, bytes);
    struct race race = {.weights = weights, .int8_name = "", .int32_name = ""};
    for (double end = now() + seconds * 1e9; now() < end || race.rounds < LEAST_ROUNDS;
         race.rounds++) {
        for (const struct int4 *int4 = int4_decoders; int4->name; int4++) {
            time_reference(&track, int4, &race);
        }
        time_ours(&track, &race);
    }
    free(track.code);
    free(track.out);
    return race;
}
