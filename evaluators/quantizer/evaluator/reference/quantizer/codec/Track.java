package quantizer.codec;

import quantizer.reference.Layout;

/// What a code may be.
enum Track {
    /// At most 64 bytes of head, then a record of `32 * bits` bytes for each 256 weights. A block is
    /// decoded from the head and its own record, all others zeroed.
    FIXED(Layout.BLOCK),
    /// Any bytes, at most `bits / 8` for a weight, all counted. A block of 4,096 weights is decoded
    /// from all of them.
    VARIABLE(1 << 12);

    private static final int HEAD = 64;

    private final int block;

    Track(int block) {
        this.block = block;
    }

    /// Weights decoded at a time.
    int block() {
        return block;
    }

    /// Bytes of a record; 0 where there are none.
    int record(double bits) {
        return this == FIXED ? (int) (bits * block / Byte.SIZE) : 0;
    }

    /// What is wrong with the length of a code; empty when nothing is.
    String objection(int bytes, int weights, double bits) {
        return switch (this) {
            case FIXED -> {
                int records = weights / block * record(bits);
                int head = bytes - records;
                yield head >= 0 && head <= HEAD
                        ? ""
                        : ("the code has %d bytes; %d weights take %d bytes of records and a head"
                                        + " of 0 to 64")
                                .formatted(bytes, weights, records);
            }
            case VARIABLE -> {
                int most = (int) (weights * bits / Byte.SIZE);
                yield bytes <= most
                        ? ""
                        : "the code has %d bytes, at most %d are allowed".formatted(bytes, most);
            }
        };
    }
}
