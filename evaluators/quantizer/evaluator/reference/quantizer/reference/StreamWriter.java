package quantizer.reference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Encodes weights and writes them as a [Stream]: plain, for known answers and tests. Nothing is
/// measured by its speed.
///
/// @param gain what the code's values are multiplied by, for weights of variance 1
public record StreamWriter(Layout layout, Code code, float gain) {

    /// The stream of some weights.
    ///
    /// @param weights a multiple of 256; of variance 1 unless scales are written, which are then the
    ///   root of each block's mean square
    public byte[] write(float[] weights) {
        float[] turned = weights.clone();
        layout.rotation().forth(turned);
        int blocks = weights.length / Layout.BLOCK;
        ByteBuffer head = head();
        byte[] bytes = new byte[head.limit() + blocks * layout.recordBytes()];
        head.get(bytes, 0, head.limit());
        float[] table = code.table(layout.shape());
        for (int at = 0; at < table.length; at++) {
            table[at] *= gain;
        }
        Viterbi viterbi = new Viterbi(layout.shape(), table);
        for (int block = 0; block < blocks; block++) {
            ByteBuffer record =
                    ByteBuffer.wrap(bytes)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .position(head.limit() + block * layout.recordBytes());
            write(turned, block * Layout.BLOCK, viterbi, record);
        }
        return bytes;
    }

    private ByteBuffer head() {
        Layout.Shape shape = layout.shape();
        ByteBuffer out = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {'T', 'W', 'Q', '1'});
        out.put((byte) shape.bits()).put((byte) shape.fresh()).put((byte) shape.values());
        out.put((byte) ((layout.ring() ? 1 : 0) | (layout.scaled() ? 2 : 0)));
        int span = layout.rotation().span();
        out.put((byte) Integer.numberOfTrailingZeros(span));
        out.put((byte) code.output().ordinal()).put((byte) code.steps().size());
        int entries = Math.max(1, code.entries().length / shape.values());
        out.put((byte) Integer.numberOfTrailingZeros(entries)).putFloat(gain);
        for (Code.Step step : code.steps()) {
            out.putInt(step.operation().ordinal()).putInt(step.operand());
        }
        for (float entry : code.entries()) {
            if (code.output() == Code.Output.FLOAT_TABLE) {
                out.putFloat(entry);
            } else {
                out.put((byte) entry);
            }
        }
        return out.flip();
    }

    private void write(float[] weights, int from, Viterbi viterbi, ByteBuffer record) {
        float scale = 1;
        if (layout.scaled()) {
            double squares = 0;
            for (int at = 0; at < Layout.BLOCK; at++) {
                squares += (double) weights[from + at] * weights[from + at];
            }
            short half = Float.floatToFloat16((float) Math.sqrt(squares / Layout.BLOCK));
            record.putShort(half);
            scale = Float.float16ToFloat(half);
        }
        float[] block = new float[Layout.BLOCK];
        for (int at = 0; at < block.length; at++) {
            block[at] = scale == 0 ? 0 : weights[from + at] / scale;
        }
        put(layout.ring() ? viterbi.ring(block) : viterbi.path(block), record);
    }

    /// All bits of the first state but those it shares with the next, then those of the next, and so
    /// on. A path that is no ring ends with all bits of its last state.
    private void put(int[] states, ByteBuffer record) {
        int fresh = layout.shape().fresh();
        int start = record.position() * Byte.SIZE;
        for (int step = 0; step < states.length; step++) {
            boolean last = step == states.length - 1 && !layout.ring();
            int count = last ? layout.shape().bits() : fresh;
            for (int bit = 0; bit < count; bit++) {
                int at = start + step * fresh + bit;
                int set = (states[step] >>> bit & 1) << at % Byte.SIZE;
                record.put(at / Byte.SIZE, (byte) (record.get(at / Byte.SIZE) | set));
            }
        }
    }
}
