import quantizer.WeightCodec;

/// Goes on from the last block decoded, whichever that was.
public final class Codec implements WeightCodec {

    // EVOLVE-BLOCK-START
    private static float last;

    @Override
    public byte[] encode(float[] w, int rows, int cols, double bitsPerWeight) {
        return new byte[(int) (w.length * bitsPerWeight / 8)];
    }

    @Override
    public void decodeBlock(byte[] code, int rows, int cols, int block, float[] out, int off) {
        for (int at = 0; at < 256; at++) {
            last = last * 0.5f + code[block * 64 + at / 4] + at + block;
            out[off + at] = last;
        }
    }
    // EVOLVE-BLOCK-END
}
