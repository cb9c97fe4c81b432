package packing.harness;

import dev.tradewind.evaluation.Harness;

import packing.Instance;
import packing.PerBinRule;
import packing.Rule;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Packs items the way FunSearch does (Nature 2023, online bin packing): each item goes to the bin
/// the candidate scores highest among those it fits in, still-empty bins included; of equal scores
/// the first bin wins.
///
/// FunSearch offers as many bins as there are items. Here the last empty ones are left out: one for
/// a [PerBinRule], two for a [Rule], which may look at a neighbour. The packing is the same.
public final class Packer implements Harness<Object, Instance> {

    /// Largest capacity for which a table of all scores is kept: 8 MB of them.
    private static final int LARGEST_TABLE = 1_000;

    private final Map<Integer, ScoreTable> tables = new HashMap<>();

    @Override
    public Instance read(DataInput in) throws IOException {
        int capacity = in.readInt();
        int mostBins = in.readInt();
        int[] items = new int[in.readInt()];
        for (int at = 0; at < items.length; at++) {
            items[at] = in.readInt();
        }
        return new Instance(capacity, items, mostBins);
    }

    @Override
    public void run(Supplier<Object> candidate, Instance instance, DataOutput out)
            throws IOException, GiveUp {
        Certificate certificate = new Certificate(instance.items().length);
        try {
            pack(instance, bins(candidate, instance), certificate);
        } catch (InvalidAnswer answer) {
            Certificate.writeInvalid(answer.getMessage(), out);
            throw new GiveUp();
        }
        certificate.write(out);
        if (!certificate.complete()) {
            throw new GiveUp();
        }
    }

    private static void pack(Instance instance, Bins bins, Certificate certificate)
            throws InvalidAnswer {
        for (int item : instance.items()) {
            certificate.add(bins.put(item));
            if (certificate.opened() > instance.mostBins()) {
                return;
            }
        }
    }

    private Bins bins(Supplier<Object> candidate, Instance instance) throws InvalidAnswer {
        int capacity = instance.capacity();
        if (capacity <= LARGEST_TABLE && tables.containsKey(capacity)) {
            return new LeveledBins(instance, tables.get(capacity));
        }
        return switch (candidate.get()) {
            case PerBinRule rule when capacity <= LARGEST_TABLE ->
                    new LeveledBins(instance, table(rule, capacity));
            case PerBinRule rule -> new ListedBins(instance, spread(rule, capacity));
            case Rule rule -> new ListedBins(instance, rule);
            default ->
                    throw new InvalidAnswer(
                            "the class implements neither packing.PerBinRule nor packing.Rule");
        };
    }

    private ScoreTable table(PerBinRule rule, int capacity) {
        ScoreTable table = new ScoreTable(rule, capacity);
        tables.put(capacity, table);
        return table;
    }

    private static Rule spread(PerBinRule rule, int capacity) {
        return (item, bins) -> {
            double[] scores = new double[bins.length];
            for (int at = 0; at < bins.length; at++) {
                scores[at] = rule.priority(item, bins[at], capacity);
            }
            return scores;
        };
    }
}
