package quantizer.codec;

import quantizer.reference.Sample;

/// What a candidate is run on: weights to encode, then, in another process, what it wrote of them.
/// The harness is sent a kind, rows, columns and a block's weights, and then
///
/// | kind | what |
/// |---|---|
/// | 0 | bits per weight (8 bytes), the weights |
/// | 1 | bytes of a record, 0 where blocks see the whole code; length of the code, the code; the blocks in the order to decode them |
sealed interface Leg {

    /// The first: encode.
    record Encode(Sample sample, double bits) implements Leg {}

    /// The second and the third: decode, in order and in another one.
    ///
    /// @param order of the blocks
    /// @param before what the second leg decoded; empty for the second itself
    record Decode(Encode encoded, Code code, int[] order, Decoded before) implements Leg {

        boolean isFirst() {
            return before.weights().length == 0;
        }
    }

    /// What was encoded.
    ///
    /// @param nanos to encode, as the worker says
    record Code(byte[] bytes, long nanos) {}

    /// What was decoded.
    ///
    /// @param nanos least time to decode some blocks, as the worker says
    /// @param int4Nanos the same for plain 4-bit codes
    record Decoded(float[] weights, long nanos, long int4Nanos) {

        static final Decoded NOTHING = new Decoded(new float[0], Long.MAX_VALUE, Long.MAX_VALUE);
    }
}
