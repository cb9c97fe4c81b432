package quantizer.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import quantizer.lowering.Operation.Step;

/// A decoder whose table lies in registers and is looked up 64 times at once.
///
/// A record's 64 bytes are one register. The steps of a plane begin at equal bits of the bytes, so
/// their windows are all the record, shifted: each eight bytes with the next eight behind them, the
/// last with the first, as the record is a ring. A hash is linear over single bits, so it is one
/// affine map of each byte of the window. Lookups of 64 entries ignore the index's high bits.
record RegisterDecoder(Trellis trellis) {

    private static final int LANES = 64;

    /// Makes floats of 64 bytes.
    static final String PUT_FLOATS =
            """
            static inline void put_floats(__m512i bytes, __m512 factor, float *out) {
            #define QUARTER(at) \\
                _mm512_storeu_ps(out + 16 * at, _mm512_mul_ps(factor, _mm512_cvtepi32_ps( \\
                    _mm512_cvtepi8_epi32(_mm512_extracti32x4_epi32(bytes, at)))))
                QUARTER(0);
                QUARTER(1);
                QUARTER(2);
                QUARTER(3);
            }
            """;

    String text() {
        return """
                /* Windows of 64 steps, so many bits up from the beginning of each byte. */
                #define WINDOW(bits) _mm512_shrdi_epi64(ring, next, bits)
                %s
                #define LOAD(records) \\
                    __m512i ring = _mm512_loadu_si512((records) + %d); \\
                    __m512i next = _mm512_alignr_epi64(ring, ring, 1)

                %s
                %s
                static void fast8(const uint8_t *records, int64_t blocks, const int8_t *table,
                                  int8_t *out) {
                %s
                    for (int64_t block = 0; block < blocks; block++, records += %d, out += 256) {
                        LOAD(records);
                %s
                    }
                }

%s
                static void fast32(const uint8_t *records, int64_t blocks, const int8_t *table,
                                   float gain, float *out) {
                %s
                    for (int64_t block = 0; block < blocks; block++, records += %d, out += 256) {
                        LOAD(records);
                        %s
                %s
                    }
                }
                """
                .formatted(
                        index(),
                        trellis.lead(),
                        lookup(),
                        whole() ? "" : fill(),
                        tables(),
                        trellis.recordBytes(),
                        planes("_mm512_storeu_si512(out + %d, %s);"),
                        PUT_FLOATS,
                        tables(),
                        trellis.recordBytes(),
                        Scales.factor(trellis),
                        planes("put_floats(%2$s, factor, out + %1$d);"));
    }

    /// Registers of a table.
    private int registers() {
        return Math.max(1, (1 << trellis.entries()) / LANES);
    }

    /// The macro that makes table indices for the steps which begin so many bits up.
    private String index() {
        String index =
                switch (trellis.form()) {
                    case HASH -> hash();
                    default -> "WINDOW(bits)";
                };
        return "#define INDEX(bits) " + index;
    }

    private String hash() {
        String low = affine("WINDOW(bits)", matrix(0, 0));
        if (trellis.bits() <= Byte.SIZE) {
            return low;
        }
        int second = trellis.bits() - Byte.SIZE;
        String high = affine("WINDOW((bits) + %d)".formatted(second), matrix(second, Byte.SIZE));
        return "_mm512_xor_si512(%s, %s)".formatted(low, high);
    }

    private static String affine(String window, long matrix) {
        return "_mm512_gf2p8affine_epi64_epi8(%s, _mm512_set1_epi64(0x%xll), 0)"
                .formatted(window, matrix);
    }

    /// What the eight bits from `first` on, but none below `least`, add to a hash: a byte for each
    /// bit of the hash, the first of them the highest.
    private long matrix(int first, int least) {
        List<Step> rows = trellis.steps().reversed();
        long matrix = 0;
        for (int row = 0; row < rows.size(); row++) {
            long bits = rows.get(row).operand() & (1 << trellis.bits()) - 1;
            long here = (bits >>> least << least) >>> first & 0xff;
            matrix |= here << Byte.SIZE * (Byte.SIZE - 1 - row);
        }
        return matrix;
    }

    private String lookup() {
        return switch (registers()) {
            case 1 ->
                    """
                    static inline __m512i lookup(__m512i index, const __m512i *table) {
                        return _mm512_permutexvar_epi8(index, table[0]);
                    }
                    """;
            case 2 ->
                    """
                    static inline __m512i lookup(__m512i index, const __m512i *table) {
                        return _mm512_permutex2var_epi8(table[0], index, table[1]);
                    }
                    """;
            default ->
                    """
                    static inline __m512i lookup(__m512i index, const __m512i *table) {
                        __m512i low = _mm512_permutex2var_epi8(table[0], index, table[1]);
                        __m512i high = _mm512_permutex2var_epi8(table[2], index, table[3]);
                        return _mm512_mask_blend_epi8(_mm512_movepi8_mask(index), low, high);
                    }
                    """;
        };
    }

    /// Whether the table is registers as it lies there.
    private boolean whole() {
        return trellis.values() == 1 && 1 << trellis.entries() >= LANES;
    }

    private String fill() {
        return """
                /* The which-th values of the entries, repeated to fill the registers. */
                static void fill(const int8_t *table, int which, int8_t *full) {
                    for (int at = 0; at < %d; at++) {
                        full[at] = table[(at & %d) * %d + which];
                    }
                }
                """
                .formatted(
                        LANES * registers(), (1 << trellis.entries()) - 1, trellis.values());
    }

    private String tables() {
        if (whole()) {
            return """
                        __m512i table0[%1$d];
                        memcpy(table0, table, sizeof table0);\
                    """
                    .formatted(registers());
        }
        return String.join(
                "\n",
                IntStream.range(0, trellis.values())
                        .mapToObj(
                                which ->
                                        """
                                            __m512i table%1$d[%2$d];
                                            fill(table, %1$d, (int8_t *)table%1$d);\
                                        """
                                                .formatted(which, registers()))
                        .toList());
    }

    /// A statement for each plane of a block, given where it begins and its values.
    private String planes(String statement) {
        List<String> lines = new ArrayList<>();
        for (int step = 0; step < Byte.SIZE / trellis.fresh(); step++) {
            for (int which = 0; which < trellis.values(); which++) {
                String values =
                        "lookup(INDEX(%d), table%d)".formatted(step * trellis.fresh(), which);
                int place = (step * trellis.values() + which) * LANES;
                lines.add(" ".repeat(8) + statement.formatted(place, values));
            }
        }
        return String.join("\n", lines);
    }
}
