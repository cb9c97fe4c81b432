package packing.scorer;

import dev.tradewind.evaluation.Judgement;
import dev.tradewind.evaluation.Material;
import dev.tradewind.evaluation.Scorer;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Suite;
import dev.tradewind.evaluation.Tally;

import packing.Instance;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Counts bins. The one objective is the excess over the bound L1 = ceil(sum of sizes / capacity),
/// in percent. An instance's tally is: bins used, bound.
public final class BinPacking implements Scorer<Instance> {

    private static final int BINS = 0;
    private static final int BOUND = 1;

    @Override
    public List<Suite<Instance>> suites(Split split, Material material) throws IOException {
        Family family = Family.named(material.parameter("family"));
        return switch (split) {
            case TRAINING -> family.training(material.random());
            case VALIDATION -> family.validation(material.random());
            case TEST -> shipped(material.folder().resolve("data"));
        };
    }

    /// All published sets, whatever the family trained on: how a rule fares elsewhere is worth
    /// knowing.
    private List<Suite<Instance>> shipped(Path folder) throws IOException {
        List<Suite<Instance>> sets = new ArrayList<>();
        for (Family family : Family.values()) {
            for (String set : family.published()) {
                sets.add(read(folder.resolve(set + ".txt")));
            }
        }
        return sets;
    }

    @Override
    public Suite<Instance> read(Path file) throws IOException {
        String name = file.getFileName().toString();
        return new Suite<>(name.replaceFirst("\\.txt$", ""), InstanceFile.read(file));
    }

    @Override
    public void write(Instance instance, DataOutput out) throws IOException {
        out.writeInt(instance.capacity());
        out.writeInt(instance.mostBins());
        out.writeInt(instance.items().length);
        for (int item : instance.items()) {
            out.writeInt(item);
        }
    }

    @Override
    public Judgement judge(Instance instance, DataInput certificate) throws IOException {
        return Packing.read(instance, certificate).judge(instance);
    }

    /// On test sets the ratio of means that papers print; on training and validation the mean of
    /// ratios, so that short sequences count as much as long ones.
    @Override
    public Scores objectives(Split split, List<Tally> tallies) {
        return Scores.of(
                switch (split) {
                    case TRAINING, VALIDATION ->
                            tallies.stream()
                                    .mapToDouble(one -> excess(List.of(one)))
                                    .average()
                                    .orElseThrow();
                    case TEST -> excess(tallies);
                });
    }

    private static double excess(List<Tally> tallies) {
        double bins = tallies.stream().mapToDouble(tally -> tally.amount(BINS)).sum();
        double bound = tallies.stream().mapToDouble(tally -> tally.amount(BOUND)).sum();
        return 100 * (bins - bound) / bound;
    }

    @Override
    public String describe(Instance instance, DataInput certificate) throws IOException {
        return Packing.read(instance, certificate).toString();
    }
}
