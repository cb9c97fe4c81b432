import quantizer.WeightCodec;

/// Eight weights at a time, as points of the lattice E8. Two bits only.
///
/// The head: bits of a weight (1 byte), the scale (4 bytes).
public final class Codec implements WeightCodec {

    private static final int HEAD = 5;
    private static final int BLOCK = 256;

    // EVOLVE-BLOCK-START
    /// Points of the lattice E8 shifted by a quarter, 65,536 of them, in the manner of QuIP#
    /// (Tseng and others, 2024): 256 patterns of absolute values, seven signs, the eighth following
    /// from the sum's parity, and the direction of the shift.
    private static final int WIDTH = 8;
    private static final int PATTERNS = 256;
    private static final float SPREAD = 1.03f;

    private final byte[][] patterns = patterns();

    @Override
    public byte[] encode(float[] w, int rows, int cols, double bitsPerWeight) {
        int record = (int) (bitsPerWeight * BLOCK / 8);
        byte[] code = new byte[HEAD + w.length / BLOCK * record];
        float scale = scale(w) / SPREAD;
        code[0] = 2;
        putFloat(code, 1, scale);
        float[] x = new float[WIDTH];
        for (int at = 0; at < w.length; at += WIDTH) {
            for (int part = 0; part < WIDTH; part++) {
                x[part] = w[at + part] / scale;
            }
            int point = nearest(x);
            int from = HEAD + at / BLOCK * record + at % BLOCK / 4;
            code[from] = (byte) point;
            code[from + 1] = (byte) (point >> 8);
        }
        return code;
    }

    private int nearest(float[] x) {
        int best = 0;
        float least = Float.POSITIVE_INFINITY;
        for (int shift = 0; shift < 2; shift++) {
            float by = shift == 0 ? 0.25f : -0.25f;
            for (int pattern = 0; pattern < PATTERNS; pattern++) {
                float error = 0;
                float dearest = Float.POSITIVE_INFINITY;
                int flip = 0;
                int signs = 0;
                int odd = 0;
                for (int part = 0; part < WIDTH; part++) {
                    float y = x[part] - by;
                    int halves = patterns[pattern][part];
                    float off = Math.abs(y) - halves * 0.5f;
                    error += off * off;
                    // Turning the sign round costs this much more.
                    float dear = 2 * halves * Math.abs(y);
                    if (dear < dearest) {
                        dearest = dear;
                        flip = part;
                    }
                    int minus = y < 0 ? 1 : 0;
                    signs |= minus << part;
                    odd += halves * (1 - 2 * minus);
                }
                if ((odd / 2 & 1) != 0) {
                    error += dearest;
                    signs ^= 1 << flip;
                }
                if (error < least) {
                    least = error;
                    best = pattern << 8 | (signs & 127) << 1 | shift;
                }
            }
        }
        return best;
    }

    @Override
    public void decodeBlock(byte[] code, int rows, int cols, int block, float[] out, int off) {
        int record = (code.length - HEAD) / (rows * cols / BLOCK);
        float scale = getFloat(code, 1);
        int from = HEAD + block * record;
        for (int at = 0; at < BLOCK; at += WIDTH) {
            int point = code[from + at / 4] & 0xff | (code[from + at / 4 + 1] & 0xff) << 8;
            byte[] pattern = patterns[point >> 8];
            float by = (point & 1) == 0 ? 0.25f : -0.25f;
            int odd = 0;
            for (int part = 0; part < WIDTH - 1; part++) {
                int halves = (point >> part + 1 & 1) == 0 ? pattern[part] : -pattern[part];
                odd += halves;
                out[off + at + part] = scale * (halves * 0.5f + by);
            }
            int last = pattern[WIDTH - 1];
            int even = (odd + last) / 2 % 2 == 0 ? last : -last;
            out[off + at + WIDTH - 1] = scale * (even * 0.5f + by);
        }
    }

    /// Odd numbers of halves, shortest first: 227 of squared length 10 or less, then some of 12.
    private static byte[][] patterns() {
        byte[][] patterns = new byte[PATTERNS][WIDTH];
        int count = 0;
        for (int squares = 8; squares <= 48 && count < PATTERNS; squares += 8) {
            for (int at = 0; at < 1 << 2 * WIDTH && count < PATTERNS; at++) {
                int sum = 0;
                for (int part = 0; part < WIDTH; part++) {
                    int halves = 2 * (at >> 2 * part & 3) + 1;
                    sum += halves * halves;
                }
                if (sum == squares) {
                    for (int part = 0; part < WIDTH; part++) {
                        patterns[count][part] = (byte) (2 * (at >> 2 * part & 3) + 1);
                    }
                    count++;
                }
            }
        }
        return patterns;
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
