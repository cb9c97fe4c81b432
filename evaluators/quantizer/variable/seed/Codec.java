import quantizer.WeightCodec;

import java.util.Arrays;

/// Levels at equal steps, as fine as their entropy allows, through a range coder. The search starts
/// here.
///
/// The head: the step (4 bytes), the deviation in steps (4 bytes), then where each block of 4,096
/// weights ends, counted from the last one's end (2 bytes each). Probabilities are those of a
/// Gaussian.
public final class Codec implements WeightCodec {

    private static final int BLOCK = 4096;
    private static final int HEAD = 8;

    // EVOLVE-BLOCK-START
    private static final int REACH = 60;
    private static final int TOTAL = 1 << 15;
    private static final int LEAST_RANGE = 1 << 16;

    private int[] starts = new int[0];
    private float startsFor;

    /// Halves the range of steps until the code just fits.
    @Override
    public byte[] encode(float[] w, int rows, int cols, double bitsPerWeight) {
        int most = (int) (w.length * bitsPerWeight / 8);
        float scale = scale(w);
        double fine = scale * 0.01;
        double coarse = scale * 8;
        byte[] best = encoded(w, (float) coarse, scale);
        for (int round = 0; round < 12; round++) {
            double middle = Math.sqrt(fine * coarse);
            byte[] code = encoded(w, (float) middle, scale);
            if (code.length <= most) {
                coarse = middle;
                best = code;
            } else {
                fine = middle;
            }
        }
        return best;
    }

    private byte[] encoded(float[] w, float step, float scale) {
        int blocks = w.length / BLOCK;
        byte[] code = new byte[HEAD + 2 * blocks + 4 * w.length];
        putFloat(code, 0, step);
        putFloat(code, 4, scale / step);
        prepare(scale / step);
        int end = HEAD + 2 * blocks;
        for (int block = 0; block < blocks; block++) {
            int from = end;
            end = encodeBlock(w, block * BLOCK, step, code, from);
            code[HEAD + 2 * block] = (byte) (end - from);
            code[HEAD + 2 * block + 1] = (byte) (end - from >> 8);
        }
        return Arrays.copyOf(code, end);
    }

    /// A range coder without carries, in the manner of Subbotin: a range that would need one is cut.
    private int encodeBlock(float[] w, int first, float step, byte[] code, int from) {
        int at = from;
        int low = 0;
        int range = -1;
        for (int weight = first; weight < first + BLOCK; weight++) {
            int level = Math.round(w[weight] / step);
            int kept = Math.max(-REACH, Math.min(REACH, level)) + REACH;
            int unit = Integer.divideUnsigned(range, TOTAL);
            low += starts[kept] * unit;
            range = (starts[kept + 1] - starts[kept]) * unit;
            while (true) {
                if ((low ^ low + range) >>> 24 != 0) {
                    if (Integer.compareUnsigned(range, LEAST_RANGE) >= 0) {
                        break;
                    }
                    range = -low & LEAST_RANGE - 1;
                }
                code[at++] = (byte) (low >>> 24);
                low <<= 8;
                range <<= 8;
            }
        }
        for (int part = 0; part < 4; part++) {
            code[at++] = (byte) (low >>> 24);
            low <<= 8;
        }
        return at;
    }

    @Override
    public void decodeBlock(byte[] code, int rows, int cols, int block, float[] out, int off) {
        float step = getFloat(code, 0);
        prepare(getFloat(code, 4));
        int at = HEAD + 2 * (rows * cols / BLOCK);
        for (int before = 0; before < block; before++) {
            at += code[HEAD + 2 * before] & 0xff | (code[HEAD + 2 * before + 1] & 0xff) << 8;
        }
        int low = 0;
        int range = -1;
        int word = 0;
        for (int part = 0; part < 4; part++) {
            word = word << 8 | code[at++] & 0xff;
        }
        for (int weight = 0; weight < BLOCK; weight++) {
            int unit = Integer.divideUnsigned(range, TOTAL);
            int place = Math.min(TOTAL - 1, Integer.divideUnsigned(word - low, unit));
            int level = find(place);
            out[off + weight] = (level - REACH) * step;
            low += starts[level] * unit;
            range = (starts[level + 1] - starts[level]) * unit;
            while (true) {
                if ((low ^ low + range) >>> 24 != 0) {
                    if (Integer.compareUnsigned(range, LEAST_RANGE) >= 0) {
                        break;
                    }
                    range = -low & LEAST_RANGE - 1;
                }
                word = word << 8 | (at < code.length ? code[at] & 0xff : 0);
                at++;
                low <<= 8;
                range <<= 8;
            }
        }
    }

    private int find(int place) {
        int below = 0;
        int above = 2 * REACH + 1;
        while (above - below > 1) {
            int middle = below + above >> 1;
            if (starts[middle] <= place) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return below;
    }

    /// Where each level's share of the total begins: what a Gaussian of this deviation gives it,
    /// and 1 at least.
    private void prepare(float deviation) {
        if (starts.length > 0 && startsFor == deviation) {
            return;
        }
        int levels = 2 * REACH + 1;
        double[] density = new double[levels];
        double sum = 0;
        for (int level = 0; level < levels; level++) {
            for (int part = 0; part < 8; part++) {
                double x = (level - REACH + (part - 3.5) / 8) / deviation;
                density[level] += Math.exp(-x * x / 2);
            }
            sum += density[level];
        }
        starts = new int[levels + 1];
        double before = 0;
        for (int level = 0; level < levels; level++) {
            starts[level] = level + (int) (before / sum * (TOTAL - levels));
            before += density[level];
        }
        starts[levels] = TOTAL;
        startsFor = deviation;
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
