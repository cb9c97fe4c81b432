package packing.harness;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/// What was done on one instance, as the scorer wants to read it: how many items were packed (4
/// bytes), then the bin of each, numbered from 0 in the order of opening (2 bytes each, 4 when the
/// instance has more than 65,536 items). For an invalid answer: -1, then the reason.
final class Certificate {

    private static final int INVALID = -1;
    private static final int NARROW = 1 << 16;
    private static final int NOT_OPENED = -1;

    /// The number of each bin in the order of opening. A [packing.Rule] may leave one empty bin out
    /// and take the next.
    private final int[] numbers;

    private final byte[] bins;

    /// Bytes for each bin.
    private final int width;

    private int packed;
    private int opened;

    Certificate(int items) {
        width = items <= NARROW ? Short.BYTES : Integer.BYTES;
        bins = new byte[items * width];
        numbers = new int[items];
        Arrays.fill(numbers, NOT_OPENED);
    }

    void add(int bin) {
        if (numbers[bin] == NOT_OPENED) {
            numbers[bin] = opened++;
        }
        int number = numbers[bin];
        int end = ++packed * width;
        for (int at = end - 1; at >= end - width; at--) {
            bins[at] = (byte) number;
            number >>= Byte.SIZE;
        }
    }

    /// How many bins hold something.
    int opened() {
        return opened;
    }

    /// Whether every item was packed.
    boolean complete() {
        return packed == numbers.length;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(packed);
        out.write(bins, 0, packed * width);
    }

    static void writeInvalid(String why, DataOutput out) throws IOException {
        out.writeInt(INVALID);
        out.writeUTF(why);
    }
}
