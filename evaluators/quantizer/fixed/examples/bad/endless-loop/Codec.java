import quantizer.WeightCodec;

/// Never comes to an end.
public final class Codec implements WeightCodec {

    // EVOLVE-BLOCK-START
    @Override
    public byte[] encode(float[] w, int rows, int cols, double bitsPerWeight) {
        int at = 0;
        while (w.length > 0) {
            at++;
        }
        return new byte[at];
    }

    @Override
    public void decodeBlock(byte[] code, int rows, int cols, int block, float[] out, int off) {
        for (int at = 0; at < 256; at++) {
            out[off + at] = 0;
        }
    }
    // EVOLVE-BLOCK-END
}
