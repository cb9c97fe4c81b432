import quantizer.WeightCodec;

/// Sends the weights as they are.
public final class Codec implements WeightCodec {

    // EVOLVE-BLOCK-START
    @Override
    public byte[] encode(float[] w, int rows, int cols, double bitsPerWeight) {
        byte[] code = new byte[4 * w.length];
        for (int at = 0; at < code.length; at++) {
            code[at] = (byte) (Float.floatToRawIntBits(w[at / 4]) >> 8 * (at % 4));
        }
        return code;
    }

    @Override
    public void decodeBlock(byte[] code, int rows, int cols, int block, float[] out, int off) {
        for (int at = 0; at < 256; at++) {
            out[off + at] = 0;
        }
    }
    // EVOLVE-BLOCK-END
}
