import quantizer.WeightCodec;

/// A trellis of 256 states with a trained table of signed bytes. Two bits only.
///
/// The head: bits of a weight (1 byte), the scale (4 bytes).
public final class Codec implements WeightCodec {

    private static final int HEAD = 5;
    private static final int BLOCK = 256;

    // EVOLVE-BLOCK-START
    /// Of each state, trained on Gaussian weights: a whole number of gains. 256 bytes, so that a
    /// decoder can keep it in registers.
    private static final byte[] TABLE = {
        52, -45, 18, -9, 22, 73, -12, -82, 21, -44, 53, 11, -4, 95, 2, -45, -40, -20, 16, 52, 19,
        -15, 52, -50, -3, -66, -27, 27, 28, -41, 56, -4, -19, 35, -5, -55, 85, 5, 39, -21, -70,
        -121, 31, -7, -23, -68, 56, 22, 15, 47, 127, -16, 39, -28, 7, 37, 75, -31, 3, 38, -46, 19,
        35, 1, -41, -122, 49, 10, -84, -6, -21, -55, -48, 18, -80, -12, 49, 15, -35, 73, -23, 4,
        44, 5, -27, 28, -64, 2, 39, -6, -48, 73, -1, 38, -16, 57, 44, 15, -39, -5, 31, 76, -18,
        11, -32, 25, -7, 63, 18, 57, -31, -8, -18, 96, -44, 22, 1, 28, 97, 53, 19, -71, 59, -12,
        3, 61, 46, -30, -98, 24, 4, -46, -6, 55, 29, -29, -21, 48, 0, -68, -45, -13, 34, 16, 79,
        8, -70, -24, -67, 42, 14, -20, 36, 78, 9, -25, -28, -3, -46, 33, 34, 67, 15, -9, -19, -47,
        10, 41, -11, 21, 77, -42, -29, 19, -65, -7, 56, 17, -10, -48, -58, 4, -26, 95, -88, 15,
        -21, -47, -100, -45, 10, -65, 3, -25, 97, 46, 60, 22, -52, 1, 34, -6, -47, -29, 23, -52,
        71, -7, 18, 46, -19, 20, -34, 71, -10, 25, -1, 40, -73, 112, -42, 15, -81, -19, 10, -11,
        46, -36, 10, -96, -29, -59, -43, -16, -95, 26, -74, -22, 11, -48, -68, -14, -40, 52, -20,
        -59, -82, -32, -4, 55, 29, 1, 35, -12, -1, 75,
    };

    private static final float GAIN = 0.023133617f;
    private static final int FRESH = 2;
    private static final int STATES = 256;
    private static final int GROUPS = STATES >> FRESH;

    private final float[] cheapest = new float[GROUPS];
    private final float[] costs = new float[STATES];
    private final byte[] from = new byte[BLOCK * GROUPS];

    /// A record is a ring of 512 bits. The state of a weight is eight of them, beginning with its
    /// own two, the lowest first.
    @Override
    public byte[] encode(float[] w, int rows, int cols, double bitsPerWeight) {
        int record = (int) (bitsPerWeight * BLOCK / 8);
        byte[] code = new byte[HEAD + w.length / BLOCK * record];
        float scale = scale(w) * GAIN;
        code[0] = FRESH;
        putFloat(code, 1, scale);
        float[] block = new float[BLOCK];
        int[] states = new int[BLOCK];
        for (int at = 0; at < w.length; at += BLOCK) {
            for (int weight = 0; weight < BLOCK; weight++) {
                block[(weight + BLOCK / 2) % BLOCK] = w[at + weight] / scale;
            }
            // The first pass, half a turn on, tells where to cut the ring.
            java.util.Arrays.fill(cheapest, 0);
            int cut = path(block, -1, states) & GROUPS - 1;
            for (int weight = 0; weight < BLOCK; weight++) {
                block[weight] = w[at + weight] / scale;
            }
            java.util.Arrays.fill(cheapest, Float.POSITIVE_INFINITY);
            cheapest[cut] = 0;
            path(block, cut, states);
            int bit = (HEAD + at / BLOCK * record) * 8;
            for (int weight = 0; weight < BLOCK; weight++) {
                put(code, bit + FRESH * weight, FRESH, states[weight] & 3);
            }
        }
        return code;
    }

    /// Finds the best path (Viterbi) and returns the state half way.
    ///
    /// @param end the group its last state must belong to; -1 for any
    private int path(float[] block, int end, int[] states) {
        for (int step = 0; step < BLOCK; step++) {
            float weight = block[step];
            for (int state = 0; state < STATES; state++) {
                float off = weight - TABLE[state];
                costs[state] = cheapest[state & GROUPS - 1] + off * off;
            }
            for (int group = 0; group < GROUPS; group++) {
                int state = group << FRESH;
                int low = costs[state] <= costs[state + 1] ? 0 : 1;
                int high = costs[state + 2] <= costs[state + 3] ? 2 : 3;
                int best = costs[state + low] <= costs[state + high] ? low : high;
                from[step * GROUPS + group] = (byte) best;
                cheapest[group] = costs[state + best];
            }
        }
        int group = end;
        if (end < 0) {
            group = 0;
            for (int at = 1; at < GROUPS; at++) {
                group = cheapest[at] < cheapest[group] ? at : group;
            }
        }
        for (int step = BLOCK - 1; step >= 0; step--) {
            states[step] = group << FRESH | from[step * GROUPS + group];
            group = states[step] & GROUPS - 1;
        }
        return states[BLOCK / 2];
    }

    @Override
    public void decodeBlock(byte[] code, int rows, int cols, int block, float[] out, int off) {
        int record = (code.length - HEAD) / (rows * cols / BLOCK);
        int first = HEAD + block * record;
        float scale = getFloat(code, 1);
        int here = code[first] & 0xff;
        for (int at = 0; at < BLOCK; at += 4) {
            int next = code[first + ((at >> 2) + 1 & 63)] & 0xff;
            int two = here | next << 8;
            out[off + at] = scale * TABLE[two & 255];
            out[off + at + 1] = scale * TABLE[two >> 2 & 255];
            out[off + at + 2] = scale * TABLE[two >> 4 & 255];
            out[off + at + 3] = scale * TABLE[two >> 6 & 255];
            here = next;
        }
    }

    /// The root of the mean square.
    private static float scale(float[] w) {
        double squares = 0;
        for (float weight : w) {
            squares += (double) weight * weight;
        }
        return (float) Math.sqrt(squares / w.length);
    }

    // EVOLVE-BLOCK-END

    /// Writes a number into bits that are still zero, the lowest first.
    private static void put(byte[] code, int bit, int bits, int number) {
        for (int at = 0; at < bits; at++) {
            if ((number >> at & 1) != 0) {
                code[bit + at >> 3] |= (byte) (1 << (bit + at & 7));
            }
        }
    }

    private static void putFloat(byte[] code, int at, float number) {
        int word = Float.floatToRawIntBits(number);
        for (int part = 0; part < 4; part++) {
            code[at + part] = (byte) (word >> 8 * part);
        }
    }

    private static float getFloat(byte[] code, int at) {
        int word = 0;
        for (int part = 0; part < 4; part++) {
            word |= (code[at + part] & 0xff) << 8 * part;
        }
        return Float.intBitsToFloat(word);
    }
}
