package quantizer.reference;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Distortions D that are known, measured anew: weights are encoded, written as a [Stream], read
/// and decoded, and the error computed as for any candidate. By name, such as `trellis L=8`.
///
/// Weights are Gaussian of variance 1 and fresh, not those a table was trained on. Which gain: of
/// levels and trained tables none, their values being means already; of the generators one over
/// the deviation of their values over all states. None is fitted to the weights.
public final class Figures implements Supplier<TreeMap<String, DoubleSupplier>> {

    private static final int MANY = 4096;
    private static final int SOME = 1024;
    private static final int FEW = 160;

    @Override
    public TreeMap<String, DoubleSupplier> get() {
        TreeMap<String, DoubleSupplier> figures = new TreeMap<>();
        for (int bits = 2; bits <= 4; bits++) {
            int k = bits;
            figures.put("Lloyd-Max " + k + " bits", () -> levels(k));
        }
        figures.put("trellis L=8, floats", () -> trained(new Effort(8, 512, 50), false));
        figures.put("trellis L=8, bytes", () -> trained(new Effort(8, 512, 50), true));
        figures.put("trellis L=12, floats", () -> trained(new Effort(12, 448, 9), false));
        figures.put("1MAD L=16", () -> generated(Code.oneMad()));
        figures.put("3INST L=16", () -> generated(Code.threeInst()));
        return figures;
    }

    /// How long a table is trained.
    private record Effort(int bits, int blocks, int rounds) {}

    /// A trellis without memory: its state is the number of a level.
    private static double levels(int bits) {
        return distortion(new Layout.Shape(bits, bits, 1), Code.table(LloydMax.levels(bits)), MANY);
    }

    private static double trained(Effort effort, boolean bytes) {
        Layout.Shape shape = new Layout.Shape(effort.bits(), 2, 1);
        Training training = new Training(shape, new SplittableRandom(5));
        float[] table = training.table(effort.blocks(), effort.rounds());
        if (!bytes) {
            return distortion(shape, Code.table(table), SOME);
        }
        float most = 0;
        for (float value : table) {
            most = Math.max(most, Math.abs(value));
        }
        float gain = most / Byte.MAX_VALUE;
        for (int at = 0; at < table.length; at++) {
            table[at] = Math.round(table[at] / gain);
        }
        Code code = new Code(List.of(), Code.Output.BYTE_TABLE, table);
        return distortion(new StreamWriter(ring(shape), code, gain), SOME);
    }

    private static double generated(Code code) {
        Layout.Shape shape = new Layout.Shape(16, 2, 1);
        float[] table = code.table(shape);
        double squares =
                IntStream.range(0, table.length).mapToDouble(at -> table[at] * table[at]).sum();
        float gain = (float) (1 / Math.sqrt(squares / table.length));
        return distortion(new StreamWriter(ring(shape), code, gain), FEW);
    }

    private static double distortion(Layout.Shape shape, Code code, int blocks) {
        return distortion(new StreamWriter(ring(shape), code, 1), blocks);
    }

    private static Layout ring(Layout.Shape shape) {
        return new Layout(shape, true, false, 1, new Rotation(1));
    }

    private static double distortion(StreamWriter writer, int blocks) {
        float[] weights =
                Source.GAUSSIAN.draw(new SplittableRandom(11), blocks, Layout.BLOCK);
        Sample sample = new Sample(Source.GAUSSIAN, blocks, Layout.BLOCK, 1, weights);
        try {
            Stream stream = Stream.of(writer.write(weights), weights.length);
            return sample.distortion(stream.decode());
        } catch (Malformed broken) {
            throw new IllegalStateException("a stream of our own", broken);
        }
    }
}
