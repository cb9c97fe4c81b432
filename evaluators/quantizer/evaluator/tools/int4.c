#include "int4.h"

#include <stddef.h>
#if defined(__AVX512BW__)
#include <immintrin.h>
#endif

/* Neighbours share a byte, the first in the low nibble. Compilers make vector code of it. */
static void plain_bytes(const uint8_t *code, int64_t weights, int8_t *out) {
    for (int64_t at = 0; at < weights / 2; at++) {
        out[2 * at] = (int8_t)((code[at] & 15) - 8);
        out[2 * at + 1] = (int8_t)((code[at] >> 4) - 8);
    }
}

static void plain_floats(const uint8_t *code, int64_t weights, float gain, float *out) {
    for (int64_t at = 0; at < weights / 2; at++) {
        out[2 * at] = gain * (float)((code[at] & 15) - 8);
        out[2 * at + 1] = gain * (float)((code[at] >> 4) - 8);
    }
}

#if defined(__AVX512BW__)

static __m512i neighbours(const uint8_t *code) {
    __m512i pair = _mm512_cvtepu8_epi16(_mm256_loadu_si256((const __m256i *)code));
    pair = _mm512_or_si512(pair, _mm512_slli_epi16(pair, 4));
    pair = _mm512_and_si512(pair, _mm512_set1_epi8(15));
    return _mm512_sub_epi8(pair, _mm512_set1_epi8(8));
}

static void neighbour_bytes(const uint8_t *code, int64_t weights, int8_t *out) {
    for (int64_t at = 0; at < weights; at += 64) {
        _mm512_storeu_si512(out + at, neighbours(code + at / 2));
    }
}

static void put_floats(__m512i byte, __m512 gain, float *out) {
    int8_t lane[64];
    _mm512_storeu_si512(lane, byte);
    for (int at = 0; at < 64; at += 16) {
        __m128i few = _mm_loadu_si128((const __m128i *)(lane + at));
        __m512 value = _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(few));
        _mm512_storeu_ps(out + at, _mm512_mul_ps(gain, value));
    }
}

static void neighbour_floats(const uint8_t *code, int64_t weights, float gain, float *out) {
    for (int64_t at = 0; at < weights; at += 64) {
        put_floats(neighbours(code + at / 2), _mm512_set1_ps(gain), out + at);
    }
}

/* Of 128 weights the first 64 are the low nibbles of 64 bytes: nothing has to be moved. */
static void half_bytes(const uint8_t *code, int64_t weights, int8_t *out) {
    __m512i low = _mm512_set1_epi8(15), eight = _mm512_set1_epi8(8);
    for (int64_t at = 0; at < weights; at += 128) {
        __m512i both = _mm512_loadu_si512(code + at / 2);
        __m512i high = _mm512_and_si512(_mm512_srli_epi16(both, 4), low);
        both = _mm512_and_si512(both, low);
        _mm512_storeu_si512(out + at, _mm512_sub_epi8(both, eight));
        _mm512_storeu_si512(out + at + 64, _mm512_sub_epi8(high, eight));
    }
}

static void half_floats(const uint8_t *code, int64_t weights, float gain, float *out) {
    int8_t byte[128];
    for (int64_t at = 0; at < weights; at += 128) {
        half_bytes(code + at / 2, 128, byte);
        put_floats(_mm512_loadu_si512(byte), _mm512_set1_ps(gain), out + at);
        put_floats(_mm512_loadu_si512(byte + 64), _mm512_set1_ps(gain), out + at + 64);
    }
}

#endif

#if defined(__GFNI__) && defined(__AVX512BW__)

/*
 * The same layout. Nibble - 8 is the nibble with its top bit turned, extended by sign, which is
 * affine over single bits: one instruction for 64 weights, then stores are the limit.
 */
static void affine_bytes(const uint8_t *code, int64_t weights, int8_t *out) {
    __m512i low = _mm512_set1_epi64(0x0102040808080808);
    __m512i high = _mm512_set1_epi64(0x1020408080808080);
    for (int64_t at = 0; at < weights; at += 128) {
        __m512i both = _mm512_loadu_si512(code + at / 2);
        _mm512_storeu_si512(out + at, _mm512_gf2p8affine_epi64_epi8(both, low, 0xf8));
        _mm512_storeu_si512(out + at + 64, _mm512_gf2p8affine_epi64_epi8(both, high, 0xf8));
    }
}

#endif

const struct int4 int4_decoders[] = {
    {"plain", plain_bytes, plain_floats},
#if defined(__AVX512BW__)
    {"neighbours", neighbour_bytes, neighbour_floats},
    {"halves", half_bytes, half_floats},
#endif
#if defined(__GFNI__) && defined(__AVX512BW__)
    {"affine", affine_bytes, half_floats},
#endif
    {NULL, NULL, NULL}};
