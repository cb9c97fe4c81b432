import quantizer.WeightCodec;

/// Draws weights as a task with an open seed might have drawn them.
public final class Codec implements WeightCodec {

    // EVOLVE-BLOCK-START
    @Override
    public byte[] encode(float[] w, int rows, int cols, double bitsPerWeight) {
        return new byte[(int) (w.length * bitsPerWeight / 8)];
    }

    @Override
    public void decodeBlock(byte[] code, int rows, int cols, int block, float[] out, int off) {
        java.util.Random random = new java.util.Random(block);
        for (int at = 0; at < 256; at++) {
            out[off + at] = (float) random.nextGaussian();
        }
    }
    // EVOLVE-BLOCK-END
}
