package quantizer.lowering;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A decoder that computes with sixteen states at once, each in 32 bits.
///
/// Sixteen steps of two bits begin within 32 bits, so each window lies within the 64 bits from
/// there on: a shift of two words into each other by twice the step's number.
record LaneDecoder(Trellis trellis) {

    String text() {
        return """
                /* What the operations make of the windows that begin in these 64 bits. */
                static inline __m512i registers(const uint8_t *bits) {
                    int32_t word[2];
                    memcpy(word, bits, sizeof word);
                    __m512i x = _mm512_shrdv_epi32(_mm512_set1_epi32(word[0]),
                                                   _mm512_set1_epi32(word[1]),
                                                   _mm512_setr_epi32(%s));
                    x = _mm512_and_si512(x, _mm512_set1_epi32(0x%x));
                    %s
                    return x;
                }

                %s
                /* A record's bits and the first of them again. */
                static inline void unroll(const uint8_t *records, uint8_t *ring) {
                    memcpy(ring, records + %d, 64);
                    memcpy(ring + 64, records + %d, 8);
                }

                static void fast32(const uint8_t *records, int64_t blocks, const int8_t *table,
                                   float gain, float *out) {
                    (void)table;
                    for (int64_t block = 0; block < blocks; block++, records += %d, out += 256) {
                        %s
                        uint8_t ring[72];
                        unroll(records, ring);
                        for (int at = 0; at < 16; at++) {
                            __m512 value = floats(registers(ring + 4 * at));
                            _mm512_storeu_ps(out + 16 * at, _mm512_mul_ps(factor, value));
                        }
                    }
                }
                """
                .formatted(
                        IntStream.range(0, 16)
                                .mapToObj(step -> "%d".formatted(trellis.fresh() * step))
                                .collect(Collectors.joining(", ")),
                        (1 << trellis.bits()) - 1,
                        trellis.steps().stream()
                                .map(Operation.Step::vector)
                                .collect(Collectors.joining("\n    ")),
                        trellis.output() == Form.Output.BYTE_MEAN ? MEANS : HALVES,
                        trellis.lead(),
                        trellis.lead(),
                        trellis.recordBytes(),
                        Scales.factor(trellis))
                + (trellis.output() == Form.Output.BYTE_MEAN ? bytes() : "");
    }

    private static final String MEANS =
            """
            static inline __m512i means(__m512i x) {
                x = _mm512_dpbusd_epi32(_mm512_setzero_si512(), x, _mm512_set1_epi8(1));
                return _mm512_sub_epi32(_mm512_srli_epi32(x, 2), _mm512_set1_epi32(128));
            }

            static inline __m512 floats(__m512i x) {
                return _mm512_cvtepi32_ps(means(x));
            }
            """;

    private static final String HALVES =
            """
            static inline __m512 floats(__m512i x) {
                __m256i high = _mm512_cvtepi32_epi16(_mm512_srli_epi32(x, 16));
                return _mm512_add_ps(_mm512_cvtph_ps(_mm512_cvtepi32_epi16(x)),
                                     _mm512_cvtph_ps(high));
            }
            """;

    private String bytes() {
        return """

                static void fast8(const uint8_t *records, int64_t blocks, const int8_t *table,
                                  int8_t *out) {
                    (void)table;
                    for (int64_t block = 0; block < blocks; block++, records += %d, out += 256) {
                        uint8_t ring[72];
                        unroll(records, ring);
                        for (int at = 0; at < 16; at++) {
                            __m512i value = means(registers(ring + 4 * at));
                            _mm_storeu_si128((__m128i *)(void *)(out + 16 * at),
                                             _mm512_cvtepi32_epi8(value));
                        }
                    }
                }
                """
                .formatted(trellis.recordBytes());
    }
}
