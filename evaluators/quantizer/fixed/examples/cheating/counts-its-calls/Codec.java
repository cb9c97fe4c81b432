import quantizer.WeightCodec;

/// Decodes to something else each time.
public final class Codec implements WeightCodec {

    // EVOLVE-BLOCK-START
    private static int calls = 1;

    @Override
    public byte[] encode(float[] w, int rows, int cols, double bitsPerWeight) {
        return new byte[(int) (w.length * bitsPerWeight / 8)];
    }

    @Override
    public void decodeBlock(byte[] code, int rows, int cols, int block, float[] out, int off) {
        for (int at = 0; at < 256; at++) {
            out[off + at] = calls;
        }
        calls++;
    }
    // EVOLVE-BLOCK-END
}
