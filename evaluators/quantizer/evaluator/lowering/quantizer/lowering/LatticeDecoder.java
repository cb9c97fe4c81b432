package quantizer.lowering;

/// A decoder of lattice points, eight at once: the table's entries are gathered, 8 bytes each.
///
/// The sign bits of eight points are one mask: their eighth is the parity of the other seven, so
/// all eight are an affine map of a point's low byte over single bits.
record LatticeDecoder(Trellis trellis) {

    String text() {
        return """
                /* Eight points of 16 bits: 64 weights. */
                static inline __m512i points(const uint8_t *bits, const int8_t *table) {
                    __m512i x = _mm512_cvtepu16_epi64(_mm_loadu_si128((const __m128i *)bits));
                    __m512i size = _mm512_i64gather_epi64(_mm512_srli_epi64(x, 8), table, 8);
                    __m512i turned =
                        _mm512_gf2p8affine_epi64_epi8(x, _mm512_set1_epi64(0x02040810204080feull), 0);
                    __mmask64 minus =
                        (__mmask64)_mm_cvtsi128_si64(_mm512_cvtepi64_epi8(turned));
                    size = _mm512_mask_sub_epi8(size, minus, _mm512_setzero_si512(), size);
                    __mmask8 less = _mm512_test_epi64_mask(x, _mm512_set1_epi64(1));
                    __m512i by = _mm512_mask_blend_epi64(less, _mm512_set1_epi8(1),
                                                         _mm512_set1_epi8(-1));
                    return _mm512_add_epi8(size, by);
                }

                static void fast8(const uint8_t *records, int64_t blocks, const int8_t *table,
                                  int8_t *out) {
                    for (int64_t block = 0; block < blocks; block++, records += %d, out += 256) {
                        for (int at = 0; at < 4; at++) {
                            _mm512_storeu_si512(out + 64 * at,
                                                points(records + %d + 16 * at, table));
                        }
                    }
                }

                %s
                static void fast32(const uint8_t *records, int64_t blocks, const int8_t *table,
                                   float gain, float *out) {
                    for (int64_t block = 0; block < blocks; block++, records += %d, out += 256) {
                        %s
                        for (int at = 0; at < 4; at++) {
                            put_floats(points(records + %d + 16 * at, table), factor,
                                       out + 64 * at);
                        }
                    }
                }
                """
                .formatted(
                        trellis.recordBytes(),
                        trellis.lead(),
                        RegisterDecoder.PUT_FLOATS,
                        trellis.recordBytes(),
                        Scales.factor(trellis),
                        trellis.lead());
    }
}
