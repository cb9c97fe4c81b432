package quantizer.lowering;

/// What a block's values are multiplied by.
final class Scales {

    private Scales() {}

    /// The statement that makes a vector `factor` of `gain` and the scale of `records`.
    static String factor(Trellis trellis) {
        if (!trellis.on("scaled")) {
            return "__m512 factor = _mm512_set1_ps(gain);";
        }
        return """
                uint16_t half;
                memcpy(&half, records, sizeof half);
                __m512 factor = _mm512_set1_ps(gain * _cvtsh_ss(half));\
                """
                .indent(8)
                .strip();
    }
}
