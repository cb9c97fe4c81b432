import quantizer.WeightCodec;

/// Levels at equal steps. The search starts here.
///
/// The head: bits of a weight (1 byte), the scale (4 bytes).
public final class Codec implements WeightCodec {

    private static final int HEAD = 5;
    private static final int BLOCK = 256;

    // EVOLVE-BLOCK-START
    /// Best steps for a Gaussian source of variance 1 (Max 1960), for 1 to 4 bits.
    private static final float[] STEPS = {0, 1.596f, 0.9957f, 0.586f, 0.3352f};

    @Override
    public byte[] encode(float[] w, int rows, int cols, double bitsPerWeight) {
        int bits = Math.min(4, (int) bitsPerWeight);
        int record = (int) (bitsPerWeight * BLOCK / 8);
        byte[] code = new byte[HEAD + w.length / BLOCK * record];
        float scale = scale(w);
        code[0] = (byte) bits;
        putFloat(code, 1, scale);
        for (int at = 0; at < w.length; at++) {
            int level = (int) Math.floor(w[at] / (scale * STEPS[bits])) + (1 << bits - 1);
            int kept = Math.max(0, Math.min((1 << bits) - 1, level));
            int from = HEAD + at / BLOCK * record;
            put(code, from * 8 + at % BLOCK * bits, bits, kept);
        }
        return code;
    }

    @Override
    public void decodeBlock(byte[] code, int rows, int cols, int block, float[] out, int off) {
        int bits = code[0];
        int record = (code.length - HEAD) / (rows * cols / BLOCK);
        float step = getFloat(code, 1) * STEPS[bits];
        float lowest = (0.5f - (1 << bits - 1)) * step;
        int from = HEAD + block * record;
        int mask = (1 << bits) - 1;
        for (int at = 0; at < BLOCK; at += 8) {
            // Eight numbers fill whole bytes.
            int word = 0;
            for (int part = 0; part < bits; part++) {
                word |= (code[from++] & 0xff) << 8 * part;
            }
            for (int number = 0; number < 8; number++) {
                out[off + at + number] = lowest + (word >>> number * bits & mask) * step;
            }
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
