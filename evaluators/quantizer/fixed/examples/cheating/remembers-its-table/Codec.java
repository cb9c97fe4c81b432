import quantizer.WeightCodec;

/// Fits its levels to the weights and does not send them: the decoder has the ones it began with.
public final class Codec implements WeightCodec {

    // EVOLVE-BLOCK-START
    private static final float[] LEVELS = {-1.5f, -0.5f, 0.5f, 1.5f};

    @Override
    public byte[] encode(float[] w, int rows, int cols, double bitsPerWeight) {
        float sum = 0;
        for (float weight : w) {
            sum += Math.abs(weight) / w.length;
        }
        for (int level = 0; level < LEVELS.length; level++) {
            LEVELS[level] = (level - 1.5f) * sum;
        }
        byte[] code = new byte[(int) (w.length * bitsPerWeight / 8)];
        for (int at = 0; at < w.length; at++) {
            int level = Math.max(0, Math.min(3, (int) Math.floor(w[at] / sum) + 2));
            code[at / 4] |= (byte) (level << at % 4 * 2);
        }
        return code;
    }

    @Override
    public void decodeBlock(byte[] code, int rows, int cols, int block, float[] out, int off) {
        for (int at = 0; at < 256; at++) {
            int bit = block * 64 + code.length % 64 + at / 4;
            out[off + at] = LEVELS[code[bit] >> at % 4 * 2 & 3];
        }
    }
    // EVOLVE-BLOCK-END
}
