package schedule.harness;

import dev.tradewind.evaluation.Harness;

import schedule.Cache;
import schedule.Chooser;
import schedule.Schedule;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Supplier;

/// Asks a candidate for the schedule of a shape, twice, and writes it down: how many settings, then
/// the settings in the order of [Schedule]. Without one: -1, then the reason.
public final class ChooserHarness implements Harness<Chooser, ChooserHarness.Shape> {

    private static final int SETTINGS = 12;
    private static final int NONE = -1;

    /// A product of m x k by k x n.
    record Shape(int m, int n, int k, Cache cache) {

        Schedule chosenBy(Chooser chooser) {
            return chooser.choose(m, n, k, cache);
        }
    }

    @Override
    public Shape read(DataInput in) throws IOException {
        return new Shape(
                in.readInt(),
                in.readInt(),
                in.readInt(),
                new Cache(in.readInt(), in.readInt(), in.readInt()));
    }

    @Override
    public void run(Supplier<Chooser> candidate, Shape shape, DataOutput out)
            throws IOException, GiveUp {
        Schedule chosen = shape.chosenBy(candidate.get());
        if (chosen == null) {
            refuse("it chose null", out);
        }
        Schedule again = shape.chosenBy(candidate.get());
        if (!chosen.equals(again)) {
            refuse("asked again, it chose otherwise: %s, then %s".formatted(chosen, again), out);
        }
        write(chosen, out);
    }

    private static void refuse(String why, DataOutput out) throws IOException, GiveUp {
        out.writeInt(NONE);
        out.writeUTF(why);
        throw new GiveUp();
    }

    private static void write(Schedule chosen, DataOutput out) throws IOException {
        out.writeInt(SETTINGS);
        out.writeInt(chosen.width());
        out.writeInt(chosen.rows());
        out.writeInt(chosen.vectors());
        out.writeInt(chosen.depth());
        out.writeInt(chosen.blockRows());
        out.writeInt(chosen.blockColumns());
        out.writeInt(chosen.copyA() ? 1 : 0);
        out.writeInt(chosen.copyB() ? 1 : 0);
        out.writeInt(chosen.order());
        out.writeInt(chosen.rowsOutside() ? 1 : 0);
        out.writeInt(chosen.unroll());
        out.writeInt(chosen.fetch());
    }
}
