import quantizer.WeightCodec;

/// Takes a little more than it may.
public final class Codec implements WeightCodec {

    // EVOLVE-BLOCK-START
    @Override
    public byte[] encode(float[] w, int rows, int cols, double bitsPerWeight) {
        return new byte[(int) (w.length * bitsPerWeight / 8) + 1];
    }

    @Override
    public void decodeBlock(byte[] code, int rows, int cols, int block, float[] out, int off) {
        for (int at = 0; at < 4096; at++) {
            out[off + at] = 0;
        }
    }
    // EVOLVE-BLOCK-END
}
