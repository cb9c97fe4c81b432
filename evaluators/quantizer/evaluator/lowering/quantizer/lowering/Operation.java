package quantizer.lowering;

/// An operation on a 32-bit register, as the stream numbers them and as C and AVX-512 write them.
/// `x` is the register, `state` what it held at first.
enum Operation {
    ADD(0, "x + %s", "_mm512_add_epi32(x, _mm512_set1_epi32((int)%s))"),
    MULTIPLY(1, "x * %s", "_mm512_mullo_epi32(x, _mm512_set1_epi32((int)%s))"),
    XOR(2, "x ^ %s", "_mm512_xor_si512(x, _mm512_set1_epi32((int)%s))"),
    AND(3, "x & %s", "_mm512_and_si512(x, _mm512_set1_epi32((int)%s))"),
    ROTATE(6, "x << (%1$s & 31) | x >> (-%1$s & 31)", "_mm512_rol_epi32(x, %s)"),
    /// A bit more at the low end: the parity of some bits of the state.
    PARITY(11, "x << 1 | (uint32_t)__builtin_parity(state & %s)", "");

    final int number;
    private final String plain;
    private final String vector;

    Operation(int number, String plain, String vector) {
        this.number = number;
        this.plain = plain;
        this.vector = vector;
    }

    /// One operation with its operand.
    record Step(Operation operation, int operand) {

        private String literal() {
            return "0x%xu".formatted(operand);
        }

        /// An assignment to `x`.
        String plain() {
            return "x = " + operation.plain.formatted(literal()) + ";";
        }

        /// The same for sixteen registers at once.
        String vector() {
            return "x = " + operation.vector.formatted(literal()) + ";";
        }
    }
}
