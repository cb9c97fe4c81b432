package quantizer.reference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A stream of track S: what an encoder wrote about a matrix of weights, with all that is needed to
/// decode it but the shape. Whoever judges it decodes it here and computes the error itself.
///
/// Everything is little-endian. A stream is a head, a code and records of equal size, one for each
/// block of 256 weights in row-major order; nothing follows.
///
/// | at | bytes | what |
/// |---|---|---|
/// | 0 | 4 | `TWQ1` |
/// | 4 | 1 | L, bits of a state, 1 to 16 |
/// | 5 | 1 | k, fresh bits of a step, 1 to 8, or 16 of a lattice, at most L |
/// | 6 | 1 | V, weights of a step: 1, 2 or 4, or 8 of a lattice |
/// | 7 | 1 | flags: 1 = tail-biting, 2 = each record begins with a scale, 4 = planes; others 0 |
/// | 8 | 1 | rotation: 0 for none, else log2 of its span in weights, 8 to 12 (see [Rotation]) |
/// | 9 | 1 | how a register becomes values, a [Code.Output] by its number |
/// | 10 | 1 | number of operations, 0 to 8 |
/// | 11 | 1 | q, log2 of the entries of the table, 0 to 16; 0 without one |
/// | 12 | 4 | gain, float |
/// | 16 | 8 each | operations: number of the [Code.Operation], three zero bytes, 32-bit operand |
/// | then | | the table, 2^q entries of V values, an entry's values together: floats or signed bytes |
/// | then | | records |
///
/// A record is a scale (half precision, 2 bytes), when the flag says so, and then bits, the lowest
/// of each byte first, filled up with zeros to whole bytes. A block is 256/V steps. The state of
/// step t is the number made of bits t·k to t·k + L - 1, the first of them the lowest. So a step
/// drops the lowest k bits of a state and takes in k fresh ones at the top. A tail-biting record
/// has 256/V · k bits and is read as a ring; any other has L - k more. A ring must be as long as a
/// state, at least.
///
/// Step t stands for weights t·V to t·V + V - 1 of its block. With planes, of which there are p = 8/k,
/// its value v stands for weight ((t mod p)·V + v)·n/p + t/p of n = 256/V steps: so 64 neighbours
/// are at equal bits of 64 neighbouring bytes, where k/V is 2.
///
/// A weight is gain · scale · value, computed in this order in single precision: `(gain * scale) *
/// value`. Without scales the scale is 1. Rotated weights are then turned back.
///
/// The code is what QTIP (Tseng and others, "QTIP: Quantization with Trellises and Incoherence
/// Processing", 2024) calls a bitshift trellis, up to the order of the bits: there fresh bits come
/// in at the low end.
public record Stream(Layout layout, Code code, float gain, int codeBytes, ByteBuffer records) {

    private static final int MAGIC = 'T' | 'W' << 8 | 'Q' << 16 | '1' << 24;
    private static final int HEAD = 16;
    private static final int TAIL_BITING = 1;
    private static final int SCALED = 2;
    private static final int PLANES = 4;

    /// Reads a stream, believing nothing of it.
    ///
    /// @param weights how many it should hold, a multiple of 256
    /// @throws Malformed saying what is wrong
    public static Stream of(byte[] bytes, int weights) throws Malformed {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Malformed.unless(bytes.length >= HEAD, "a stream begins with %d bytes of head", HEAD);
        Malformed.unless(in.getInt() == MAGIC, "a stream begins with TWQ1");
        int bits = in.get();
        int fresh = in.get();
        int values = in.get();
        int flags = in.get();
        Malformed.unless((flags & ~(TAIL_BITING | SCALED | PLANES)) == 0, "unknown flags %d", flags);
        Layout layout =
                Layout.of(
                        new Layout.Shape(bits, fresh, values),
                        new Layout.Flags(
                                (flags & TAIL_BITING) != 0,
                                (flags & SCALED) != 0,
                                (flags & PLANES) != 0),
                        in.get());
        Code.Output output = Code.Output.of(in.get());
        int operations = in.get();
        int entries = in.get();
        float gain = in.getFloat();
        Malformed.unless(Float.isFinite(gain), "the gain is %s", gain);
        Code code = Code.read(in, new Code.Size(operations, entries, values), output);
        int records = weights / Layout.BLOCK * layout.recordBytes();
        Malformed.unless(
                in.remaining() == records,
                "%d bytes of records, %d weights take %d",
                in.remaining(),
                weights,
                records);
        return new Stream(layout, code, gain, in.position() - HEAD, in.slice().order(in.order()));
    }

    /// Bytes of head and records: all but the code.
    public int bytes() {
        return HEAD + records.limit();
    }

    /// The weights.
    public float[] decode() {
        int blocks = records.limit() / layout.recordBytes();
        float[] weights = new float[blocks * Layout.BLOCK];
        float[] table = code.table(layout.shape());
        for (int block = 0; block < blocks; block++) {
            decode(block, table, weights);
        }
        layout.rotation().back(weights);
        return weights;
    }

    private void decode(int block, float[] table, float[] weights) {
        int from = block * layout.recordBytes();
        int mask = layout.shape().states() - 1;
        int values = layout.shape().values();
        float factor = gain * layout.scale(records, from);
        int first = block * Layout.BLOCK;
        for (int step = 0; step < layout.shape().steps(); step++) {
            int state = layout.window(records, from, step) & mask;
            for (int value = 0; value < values; value++) {
                weights[first + layout.place(step, value)] =
                        factor * table[state * values + value];
            }
        }
    }
}
