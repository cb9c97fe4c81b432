package dev.tradewind.proposer.tuning;

import io.jenetics.Chromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Mutator;
import io.jenetics.MutatorResult;
import io.jenetics.util.MSeq;

import java.util.List;
import java.util.random.RandomGenerator;

/// Moves a few numbers, each by a step of any size: a tenth of the number is the median, and the
/// logarithm of the step has a Cauchy distribution, so that both fine and coarse moves are common.
final class Steps extends Mutator<DoubleGene, Double> {

    static final double MEDIAN = 0.1;
    static final double SMALLEST = 1e-5;
    static final double LARGEST = 1e3;
    private static final double SPREAD = 1.2;
    private static final double[] UP_TO = {0.6, 0.85, 0.95};

    private final List<Constant> constants;

    /// @param constants one for each gene
    Steps(List<Constant> constants) {
        super(1);
        this.constants = constants;
    }

    @Override
    protected MutatorResult<Chromosome<DoubleGene>> mutate(
            Chromosome<DoubleGene> chromosome, double probability, RandomGenerator random) {
        MSeq<DoubleGene> genes = MSeq.of(chromosome);
        int wanted = Math.min(count(random), genes.size());
        int moved = 0;
        for (int at = 0; moved < wanted; at++) {
            int left = genes.size() - at;
            if (random.nextInt(left) < wanted - moved) {
                genes.set(at, moved(genes.get(at), constants.get(at), random));
                moved++;
            }
        }
        return new MutatorResult<>(chromosome.newInstance(genes.toISeq()), moved);
    }

    /// One mostly, two or three at times, all of them rarely.
    private static int count(RandomGenerator random) {
        double draw = random.nextDouble();
        int count = 1;
        while (count <= UP_TO.length && draw >= UP_TO[count - 1]) {
            count++;
        }
        return count <= UP_TO.length ? count : Integer.MAX_VALUE;
    }

    private static DoubleGene moved(DoubleGene gene, Constant constant, RandomGenerator random) {
        double value = gene.doubleValue();
        double step = size(random) * (value == 0 ? 1 : Math.abs(value));
        double least = constant.whole() ? 1 : 0;
        double wanted = value + (random.nextBoolean() ? 1 : -1) * Math.max(least, step);
        return gene.newInstance(constant.near(wanted));
    }

    /// A step as a share of the number.
    static double size(RandomGenerator random) {
        double cauchy = Math.tan(Math.PI * (random.nextDouble() - 0.5));
        return Math.clamp(MEDIAN * Math.exp(SPREAD * cauchy), SMALLEST, LARGEST);
    }
}
