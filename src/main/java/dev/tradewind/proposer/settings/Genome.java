package dev.tradewind.proposer.settings;

import dev.tradewind.evaluation.Space;

import io.jenetics.Genotype;
import io.jenetics.LongChromosome;
import io.jenetics.LongGene;
import io.jenetics.Phenotype;
import io.jenetics.UniformCrossover;
import io.jenetics.util.ISeq;
import io.jenetics.util.MSeq;
import io.jenetics.util.RandomRegistry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// Values of a space's knobs as one chromosome of Jenetics, a gene for each knob in its order.
///
/// @param space what each gene may be
record Genome(Space space) {

    private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private static final Mix MIX = new Mix();

    /// The randomness of one proposal.
    static RandomGenerator random(long stream) {
        return RANDOM.create(stream);
    }

    /// Values drawn evenly, each on its own.
    List<Long> drawn(RandomGenerator random) {
        return space.knobs().stream().map(knob -> Turn.drawn(knob, random)).toList();
    }

    /// Each value from either of two.
    List<Long> crossed(List<Long> one, List<Long> other, RandomGenerator random) {
        MSeq<LongGene> first = MSeq.of(genes(one));
        MSeq<LongGene> second = MSeq.of(genes(other));
        RandomRegistry.with(random).call(() -> MIX.crossover(first, second));
        return values(first);
    }

    /// Some values moved.
    List<Long> moved(List<Long> values, RandomGenerator random) {
        ISeq<Phenotype<LongGene, Double>> population =
                ISeq.of(Phenotype.of(Genotype.of(LongChromosome.of(genes(values))), 0));
        Turn turn = new Turn(space.knobs());
        return RandomRegistry.with(random)
                .call(
                        () ->
                                values(
                                        turn.alter(population, 0)
                                                .population()
                                                .get(0)
                                                .genotype()
                                                .chromosome()));
    }

    /// The values by name.
    SequencedMap<String, Long> choice(List<Long> values) {
        SequencedMap<String, Long> choice = new LinkedHashMap<>();
        for (int at = 0; at < values.size(); at++) {
            choice.put(space.knobs().get(at).name(), values.get(at));
        }
        return choice;
    }

    /// How many values differ.
    static long differences(List<Long> one, List<Long> other) {
        return IntStream.range(0, one.size())
                .filter(at -> !one.get(at).equals(other.get(at)))
                .count();
    }

    /// The knobs know their bounds; those of a gene are as wide as can be.
    private static List<LongGene> genes(List<Long> values) {
        return values.stream()
                .map(value -> LongGene.of(value, Long.MIN_VALUE, Long.MAX_VALUE))
                .toList();
    }

    private static List<Long> values(Iterable<LongGene> genes) {
        List<Long> values = new ArrayList<>();
        genes.forEach(gene -> values.add(gene.allele()));
        return List.copyOf(values);
    }

    /// As an alterer it would cross a population of two twice.
    private static final class Mix extends UniformCrossover<LongGene, Double> {

        Mix() {
            super(1, 0.5);
        }

        @Override
        protected int crossover(MSeq<LongGene> one, MSeq<LongGene> other) {
            return super.crossover(one, other);
        }
    }
}
