package quantizer;

import dev.tradewind.evaluation.Harness;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Supplier;

/// Has a candidate encode weights or decode a code, and writes down what came of it.
///
/// Encoded: its length, the code, nanoseconds. Without one: -1, then the reason. Decoded: all
/// weights in the order of the matrix, least nanoseconds for some blocks, the same for plain 4-bit
/// codes.
public final class CodecHarness implements Harness<Object, CodecHarness.Job> {

    private static final int INVALID = -1;

    /// What there is to do.
    sealed interface Job {}

    record Shape(int rows, int cols, int block) {

        int weights() {
            return rows * cols;
        }

        int blocks() {
            return weights() / block;
        }
    }

    record Encode(Shape shape, double bits, float[] weights) implements Job {}

    record Decode(Shape shape, Code code, int[] order) implements Job {}

    @Override
    public Job read(DataInput in) throws IOException {
        int kind = in.readByte();
        Shape shape = new Shape(in.readInt(), in.readInt(), in.readInt());
        return kind == 0 ? encode(shape, in) : decode(shape, in);
    }

    private static Job encode(Shape shape, DataInput in) throws IOException {
        double bits = in.readDouble();
        float[] weights = new float[shape.weights()];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = in.readFloat();
        }
        return new Encode(shape, bits, weights);
    }

    private static Job decode(Shape shape, DataInput in) throws IOException {
        int record = in.readInt();
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        int[] order = new int[shape.blocks()];
        for (int at = 0; at < order.length; at++) {
            order[at] = in.readInt();
        }
        return new Decode(shape, new Code(bytes, record, shape.blocks()), order);
    }

    @Override
    public void run(Supplier<Object> candidate, Job job, DataOutput out)
            throws IOException, GiveUp {
        if (!(candidate.get() instanceof WeightCodec codec)) {
            refuse("the class does not implement quantizer.WeightCodec", out);
            return;
        }
        switch (job) {
            case Encode encode -> run(codec, encode, out);
            case Decode decode -> run(codec, decode, out);
        }
    }

    private static void run(WeightCodec codec, Encode job, DataOutput out)
            throws IOException, GiveUp {
        Shape shape = job.shape();
        long start = System.nanoTime();
        byte[] code =
                codec.encode(job.weights().clone(), shape.rows(), shape.cols(), job.bits());
        long nanos = System.nanoTime() - start;
        if (code == null) {
            refuse("the encoder returned null", out);
            return;
        }
        out.writeInt(code.length);
        out.write(code);
        out.writeLong(Math.max(1, nanos));
    }

    private static void refuse(String why, DataOutput out) throws IOException, GiveUp {
        out.writeInt(INVALID);
        out.writeUTF(why);
        throw new GiveUp();
    }

    private static void run(WeightCodec codec, Decode job, DataOutput out) throws IOException {
        Shape shape = job.shape();
        float[] weights = new float[shape.weights()];
        for (int block : job.order()) {
            float[] page = Stopwatch.poisoned(shape.block());
            byte[] seen = job.code().seen(block);
            codec.decodeBlock(
                    seen, shape.rows(), shape.cols(), block, page, Stopwatch.MARGIN);
            System.arraycopy(
                    page, Stopwatch.MARGIN, weights, block * shape.block(), shape.block());
        }
        Stopwatch watch = new Stopwatch(shape.block());
        for (int at = 0; at < Math.min(Stopwatch.BLOCKS, job.order().length); at++) {
            int block = job.order()[at];
            byte[] seen = job.code().seen(block);
            watch.time(
                    page ->
                            codec.decodeBlock(
                                    seen,
                                    shape.rows(),
                                    shape.cols(),
                                    block,
                                    page,
                                    Stopwatch.MARGIN));
        }
        for (float weight : weights) {
            out.writeFloat(weight);
        }
        out.writeLong(watch.nanos());
        out.writeLong(watch.int4Nanos());
    }
}
