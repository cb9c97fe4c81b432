import quantizer.WeightCodec;

/// Calls what is not there.
public final class Codec implements WeightCodec {

    // EVOLVE-BLOCK-START
    @Override
    public byte[] encode(float[] w, int rows, int cols, double bitsPerWeight) {
        return new byte[(int) (w.length * bitsPerWeight / 8)];
    }

    @Override
    public void decodeBlock(byte[] code, int rows, int cols, int block, float[] out, int off) {
        out[off] = nothing(code);
    }
    // EVOLVE-BLOCK-END
}
