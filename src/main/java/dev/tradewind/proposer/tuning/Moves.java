package dev.tradewind.proposer.tuning;

import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.LineCrossover;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.MSeq;
import io.jenetics.util.RandomRegistry;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// The values of a program's numbers, altered by Jenetics.
final class Moves {

    /// How far beyond its parents a child on the line through them may lie.
    private static final double BEYOND = 0.5;

    private static final double BOUND = 2 * Constant.LARGEST;
    private static final Line LINE = new Line();

    private Moves() {}

    /// Some values moved, each on its own.
    static List<Double> stepped(Skeleton parent, RandomGenerator random) {
        Steps steps = new Steps(parent.constants());
        DoubleChromosome genes = DoubleChromosome.of(genes(parent));
        ISeq<Phenotype<DoubleGene, Double>> population =
                ISeq.of(Phenotype.of(Genotype.of(genes), 0));
        return RandomRegistry.with(random)
                .call(
                        () ->
                                values(
                                        steps.alter(population, 0)
                                                .population()
                                                .get(0)
                                                .genotype()
                                                .chromosome()));
    }

    /// Values on the line through those of two programs, or a little beyond.
    static List<Double> crossed(Skeleton parent, Skeleton partner, RandomGenerator random) {
        MSeq<DoubleGene> line = MSeq.of(genes(parent));
        MSeq<DoubleGene> other = MSeq.of(genes(partner));
        RandomRegistry.with(random).call(() -> LINE.crossover(line, other));
        List<Double> settled = new ArrayList<>();
        for (int i = 0; i < line.length(); i++) {
            Constant constant = parent.constants().get(i);
            boolean same = constant.value() == partner.constants().get(i).value();
            settled.add(same ? constant.value() : constant.near(line.get(i).doubleValue()));
        }
        return settled;
    }

    private static List<DoubleGene> genes(Skeleton program) {
        return program.values().stream().map(each -> DoubleGene.of(each, -BOUND, BOUND)).toList();
    }

    private static List<Double> values(Iterable<DoubleGene> genes) {
        List<Double> values = new ArrayList<>();
        genes.forEach(gene -> values.add(gene.allele()));
        return values;
    }

    /// As an alterer it would cross a population of two twice.
    private static final class Line extends LineCrossover<DoubleGene, Double> {

        Line() {
            super(1, BEYOND);
        }

        @Override
        protected int crossover(MSeq<DoubleGene> one, MSeq<DoubleGene> other) {
            return super.crossover(one, other);
        }
    }
}
