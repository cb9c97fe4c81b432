package quantizer.reference;

import java.nio.ByteBuffer;

/// How records of a [Stream] are laid out.
///
/// @param ring whether a record's bits are read as a ring (tail-biting)
/// @param scaled whether a record begins with a scale in half precision
/// @param planes into how many planes the weights of a block are dealt out: 1, or 8/k, so that a
///   plane's steps begin at equal bits of bytes
public record Layout(
        Shape shape, boolean ring, boolean scaled, int planes, Rotation rotation) {

    /// Weights of a record.
    public static final int BLOCK = 256;

    private static final int MOST_BITS = 16;
    private static final int MOST_FRESH = 8;
    private static final int LATTICE_FRESH = 16;
    private static final int MOST_VALUES = 8;

    /// A trellis.
    ///
    /// @param bits L, of a state
    /// @param fresh k, bits a step brings
    /// @param values V, weights of a step
    public record Shape(int bits, int fresh, int values) {

        public int states() {
            return 1 << bits;
        }

        /// Steps of a block.
        public int steps() {
            return BLOCK / values;
        }
    }

    /// The bits of a stream's head that say how records are laid out.
    record Flags(boolean ring, boolean scaled, boolean planes) {}

    static Layout of(Shape shape, Flags flags, int rotation) throws Malformed {
        int bits = shape.bits();
        int fresh = shape.fresh();
        int values = shape.values();
        Malformed.unless(bits >= 1 && bits <= MOST_BITS, "L is 1 to 16, not %d", bits);
        Malformed.unless(
                fresh >= 1 && fresh <= bits && (fresh <= MOST_FRESH || fresh == LATTICE_FRESH),
                "k is 1 to 8, or 16 of a lattice, and at most L, not %d",
                fresh);
        Malformed.unless(
                Integer.bitCount(values) == 1 && values > 0 && values <= MOST_VALUES,
                "V is 1, 2 or 4, or 8 of a lattice, not %d",
                values);
        Malformed.unless(
                !flags.planes() || Byte.SIZE % fresh == 0, "%d does not divide a byte", fresh);
        Malformed.unless(
                !flags.ring() || shape.steps() * fresh >= bits, "a ring is as long as a state, at least");
        int planes = flags.planes() ? Byte.SIZE / fresh : 1;
        return new Layout(shape, flags.ring(), flags.scaled(), planes, Rotation.of(rotation));
    }

    public int recordBytes() {
        int lead = ring ? 0 : shape.bits() - shape.fresh();
        int bits = shape.steps() * shape.fresh() + lead;
        return (scaled ? Short.BYTES : 0) + Math.ceilDiv(bits, Byte.SIZE);
    }

    /// Which weight of its block a step's value is.
    int place(int step, int value) {
        if (planes == 1) {
            return step * shape.values() + value;
        }
        int plane = step % planes * shape.values() + value;
        return plane * (shape.steps() / planes) + step / planes;
    }

    float scale(ByteBuffer records, int from) {
        return scaled ? Float.float16ToFloat(records.getShort(from)) : 1;
    }

    /// The bits from a step's first on, lowest first; at least as many as a state has. A ring closes
    /// at the end of a byte.
    int window(ByteBuffer records, int from, int step) {
        int start = from + (scaled ? Short.BYTES : 0);
        int bit = step * shape.fresh();
        int window = 0;
        for (int got = 0; got < shape.bits(); ) {
            int at = ring ? (bit + got) % (shape.steps() * shape.fresh()) : bit + got;
            int here = at % Byte.SIZE;
            window |= (records.get(start + at / Byte.SIZE) & 0xff) >>> here << got;
            got += Byte.SIZE - here;
        }
        return window;
    }
}
