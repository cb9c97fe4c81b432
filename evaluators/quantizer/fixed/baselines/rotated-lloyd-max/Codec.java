import quantizer.WeightCodec;

/// A random-looking rotation of each block, then the best levels for a Gaussian source.
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
        for (int from = 0; from < w.length; from += BLOCK) {
            turn(w, from);
        }
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
        turnBack(out, off);
    }

    /// Signs that look random, then a Hadamard transform of the block: what comes out looks
    /// Gaussian, whatever went in, and lengths are kept.
    private static void turn(float[] w, int from) {
        sign(w, from);
        transform(w, from);
    }

    private static void turnBack(float[] w, int from) {
        transform(w, from);
        sign(w, from);
    }

    private static void sign(float[] w, int from) {
        for (int at = 0; at < BLOCK; at++) {
            int hash = (at + 1) * 0x9E3779B9;
            hash = (hash ^ hash >>> 15) * 0x85EBCA6B;
            if ((hash ^ hash >>> 13) < 0) {
                w[from + at] = -w[from + at];
            }
        }
    }

    private static void transform(float[] w, int from) {
        for (int stride = 1; stride < BLOCK; stride *= 2) {
            for (int low = from; low < from + BLOCK; low += 2 * stride) {
                for (int at = low; at < low + stride; at++) {
                    float sum = w[at] + w[at + stride];
                    w[at + stride] = w[at] - w[at + stride];
                    w[at] = sum;
                }
            }
        }
        for (int at = from; at < from + BLOCK; at++) {
            w[at] *= 0.0625f;
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

    /// Lloyd's iteration on the Gaussian density itself: borders half way between levels, levels at
    /// the means between borders.
    private static float[] levels(int bits) {
        int count = 1 << bits;
        double[] level = new double[count];
        for (int at = 0; at < count; at++) {
            level[at] = (at - (count - 1) / 2.0) * 4 / count;
        }
        for (int round = 0; round < 300; round++) {
            double border = Double.NEGATIVE_INFINITY;
            for (int at = 0; at < count; at++) {
                double next =
                        at == count - 1
                                ? Double.POSITIVE_INFINITY
                                : (level[at] + level[at + 1]) / 2;
                level[at] = mean(border, next);
                border = next;
            }
        }
        float[] levels = new float[count];
        for (int at = 0; at < count; at++) {
            levels[at] = (float) level[at];
        }
        return levels;
    }

    /// The mean of a Gaussian between two borders.
    private static double mean(double low, double high) {
        double from = Math.max(low, -8);
        double to = Math.min(high, 8);
        int parts = 64;
        double mass = 0;
        double moment = 0;
        for (int at = 0; at <= parts; at++) {
            double x = from + (to - from) * at / parts;
            double simpson = at == 0 || at == parts ? 1 : at % 2 == 0 ? 2 : 4;
            double density = simpson * Math.exp(-x * x / 2);
            mass += density;
            moment += density * x;
        }
        return moment / mass;
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
