package quantizer;

import java.util.Arrays;
import java.util.function.Consumer;

/// Times a decoder against plain 4-bit codes, in turn, and keeps the least of each: what the code
/// can do when nothing disturbs it. The two are compiled by the same compiler, though only the
/// candidate's steps are counted. Decoding the same block again and again keeps it in the cache.
final class Stopwatch {

    /// Blocks that are timed.
    static final int BLOCKS = 8;

    /// Unused room on either side of a block.
    static final int MARGIN = 16;

    private static final int TURNS = 24;
    private static final int TIMES = 16;

    private final byte[] nibbles;
    private final float[] page;
    private long nanos;
    private long int4Nanos;

    Stopwatch(int block) {
        this.nibbles = new byte[block / 2];
        this.page = poisoned(block);
        for (int at = 0; at < nibbles.length; at++) {
            nibbles[at] = (byte) (at * 37);
        }
    }

    /// Room for a block, full of NaN so that what is not written shows.
    static float[] poisoned(int block) {
        float[] page = new float[block + 2 * MARGIN];
        Arrays.fill(page, Float.NaN);
        return page;
    }

    /// Adds the time one decoding takes.
    void time(Consumer<float[]> decoder) {
        long least = Long.MAX_VALUE;
        long leastInt4 = Long.MAX_VALUE;
        for (int turn = 0; turn < TURNS; turn++) {
            least = Math.min(least, took(decoder));
            leastInt4 = Math.min(leastInt4, took(this::int4));
        }
        nanos += least;
        int4Nanos += leastInt4;
    }

    private long took(Consumer<float[]> decoder) {
        long start = System.nanoTime();
        for (int time = 0; time < TIMES; time++) {
            decoder.accept(page);
        }
        return Math.max(1, System.nanoTime() - start);
    }

    private void int4(float[] out) {
        for (int at = 0; at < nibbles.length; at++) {
            out[MARGIN + 2 * at] = ((nibbles[at] & 0xf) - 8) * 0.25f;
            out[MARGIN + 2 * at + 1] = ((nibbles[at] >> 4 & 0xf) - 8) * 0.25f;
        }
    }

    long nanos() {
        return nanos;
    }

    long int4Nanos() {
        return int4Nanos;
    }
}
