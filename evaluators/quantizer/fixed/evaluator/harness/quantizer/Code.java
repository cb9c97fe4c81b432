package quantizer;

import java.util.Arrays;

/// A code as its decoder may see it.
///
/// @param record bytes a block has of its own, at the end of the code, in order; 0 where every block
///   sees all
record Code(byte[] bytes, int record, int blocks) {

    /// A copy without the records of other blocks: they are zero.
    byte[] seen(int block) {
        byte[] seen = bytes.clone();
        if (record > 0) {
            int head = bytes.length - blocks * record;
            Arrays.fill(seen, head, head + block * record, (byte) 0);
            Arrays.fill(seen, head + (block + 1) * record, seen.length, (byte) 0);
        }
        return seen;
    }
}
