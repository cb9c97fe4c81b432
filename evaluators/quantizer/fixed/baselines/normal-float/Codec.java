import quantizer.WeightCodec;

/// Levels at quantiles of a Gaussian, as in 4-bit normal floats.
///
/// The head: bits of a weight (1 byte), the scale (4 bytes).
public final class Codec implements WeightCodec {

    private static final int HEAD = 5;
    private static final int BLOCK = 256;

    // EVOLVE-BLOCK-START
    private float[] levels = new float[0];

    @Override
    public byte[] encode(float[] w, int rows, int cols, double bitsPerWeight) {
        int bits = (int) bitsPerWeight;
        int record = (int) (bitsPerWeight * BLOCK / 8);
        byte[] code = new byte[HEAD + w.length / BLOCK * record];
        float scale = scale(w);
        code[0] = (byte) bits;
        putFloat(code, 1, scale);
        float[] table = levels(bits);
        for (int at = 0; at < w.length; at++) {
            int from = HEAD + at / BLOCK * record;
            put(code, from * 8 + at % BLOCK * bits, bits, nearest(table, w[at] / scale));
        }
        return code;
    }

    private static int nearest(float[] table, float weight) {
        int level = 0;
        while (level < table.length - 1 && weight > (table[level] + table[level + 1]) / 2) {
            level++;
        }
        return level;
    }

    @Override
    public void decodeBlock(byte[] code, int rows, int cols, int block, float[] out, int off) {
        int bits = code[0];
        int record = (code.length - HEAD) / (rows * cols / BLOCK);
        float scale = getFloat(code, 1);
        if (levels.length != 1 << bits) {
            levels = levels(bits);
        }
        int from = HEAD + block * record;
        int mask = (1 << bits) - 1;
        for (int at = 0; at < BLOCK; at += 8) {
            // Eight numbers fill whole bytes.
            int word = 0;
            for (int part = 0; part < bits; part++) {
                word |= (code[from++] & 0xff) << 8 * part;
            }
            for (int number = 0; number < 8; number++) {
                out[off + at + number] = scale * levels[word >>> number * bits & mask];
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

    /// Levels at the middles of equally likely stretches, in the manner of the normal floats of
    /// QLoRA (Dettmers and others, 2023), with one scale for the matrix.
    private static float[] levels(int bits) {
        int count = 1 << bits;
        float[] levels = new float[count];
        for (int at = 0; at < count; at++) {
            levels[at] = (float) quantile((at + 0.5) / count);
        }
        return levels;
    }

    /// Where a Gaussian lies below with this probability, by halving an interval.
    private static double quantile(double probability) {
        double low = -8;
        double high = 8;
        for (int round = 0; round < 40; round++) {
            double middle = (low + high) / 2;
            if (below(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double below(double x) {
        int parts = 200;
        double sum = 0;
        for (int at = 0; at <= parts; at++) {
            double y = x * at / parts;
            double simpson = at == 0 || at == parts ? 1 : at % 2 == 0 ? 2 : 4;
            sum += simpson * Math.exp(-y * y / 2);
        }
        return 0.5 + sum * x / parts / 3 / Math.sqrt(2 * Math.PI);
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
