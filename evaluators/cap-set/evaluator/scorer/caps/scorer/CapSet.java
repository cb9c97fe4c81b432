package caps.scorer;

import caps.Instance;

import dev.tradewind.evaluation.Judgement;
import dev.tradewind.evaluation.Material;
import dev.tradewind.evaluation.Scorer;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Suite;
import dev.tradewind.evaluation.Tally;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Counts the vectors of a cap set, the mean over the instances. An instance's tally is its size.
///
/// Training and validation are dimension 6 in different orders of equal priorities, test is the
/// plain order in dimensions 3 to 8.
public final class CapSet implements Scorer<Instance> {

    private static final int DIMENSION = 6;
    private static final int TRAINED = 4;
    private static final int VALIDATED = 8;
    private static final int LEAST = 3;
    private static final int MOST = 8;

    @Override
    public List<Suite<Instance>> suites(Split split, Material material) {
        return switch (split) {
            case TRAINING -> List.of(shuffled(TRAINED, material));
            case VALIDATION -> List.of(shuffled(VALIDATED, material));
            case TEST -> IntStream.rangeClosed(LEAST, MOST).mapToObj(CapSet::plain).toList();
        };
    }

    private static Suite<Instance> shuffled(int count, Material material) {
        return new Suite<>(
                "n" + DIMENSION,
                Stream.generate(() -> Orders.symmetric(DIMENSION, material.random()))
                        .limit(count)
                        .toList());
    }

    private static Suite<Instance> plain(int n) {
        return new Suite<>("n" + n, List.of(Orders.plain(n)));
    }

    @Override
    public void write(Instance instance, DataOutput out) throws IOException {
        out.writeInt(instance.n());
        out.writeInt(instance.order().length);
        for (int vector : instance.order()) {
            out.writeInt(vector);
        }
    }

    @Override
    public Judgement judge(Instance instance, DataInput certificate) throws IOException {
        return Taken.read(instance, certificate).judge(instance);
    }

    @Override
    public Scores objectives(Split split, List<Tally> tallies) {
        return Scores.of(tallies.stream().mapToDouble(tally -> tally.amount(0)).average().orElseThrow());
    }

    @Override
    public String describe(Instance instance, DataInput certificate) throws IOException {
        return Taken.read(instance, certificate).text(instance.n());
    }
}
