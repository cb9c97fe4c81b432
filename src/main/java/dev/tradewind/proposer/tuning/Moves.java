package dev.tradewind.proposer.tuning;

import io.jenetics.Alterer;
import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.LineCrossover;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// The values of a program's numbers, altered by Jenetics.
final class Moves {

    /// How far beyond its parents a child on the line through them may lie.
    private static final double BEYOND = 0.5;

    private static final double BOUND = 2 * Constant.LARGEST;
    private static final Alterer<DoubleGene, Double> LINE = new LineCrossover<>(1, BEYOND);

    private Moves() {}

    /// Some values moved, each on its own.
    static List<Double> stepped(Skeleton parent, RandomGenerator random) {
        return altered(new Steps(parent.constants()), List.of(parent), random);
    }

    /// Values on the line through those of two programs, or a little beyond.
    static List<Double> crossed(Skeleton parent, Skeleton partner, RandomGenerator random) {
        List<Double> line = altered(LINE, List.of(parent, partner), random);
        List<Double> settled = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Constant constant = parent.constants().get(i);
            boolean same = constant.value() == partner.constants().get(i).value();
            settled.add(same ? constant.value() : constant.near(line.get(i)));
        }
        return settled;
    }

    private static List<Double> altered(
            Alterer<DoubleGene, Double> alterer, List<Skeleton> parents, RandomGenerator random) {
        ISeq<Phenotype<DoubleGene, Double>> population =
                parents.stream().map(Moves::phenotype).collect(ISeq.toISeq());
        return RandomRegistry.with(random)
                .call(() -> values(alterer.alter(population, 0).population().get(0)));
    }

    private static Phenotype<DoubleGene, Double> phenotype(Skeleton parent) {
        List<DoubleGene> genes =
                parent.values().stream().map(each -> DoubleGene.of(each, -BOUND, BOUND)).toList();
        return Phenotype.of(Genotype.of(DoubleChromosome.of(genes)), 0);
    }

    private static List<Double> values(Phenotype<DoubleGene, Double> child) {
        return child.genotype().chromosome().stream().map(DoubleGene::allele).toList();
    }
}
