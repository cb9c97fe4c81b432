package dev.tradewind.proposer.breeding;

import io.jenetics.AltererResult;
import io.jenetics.Phenotype;
import io.jenetics.ext.util.TreeNode;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/// Makes one child of one or more programs.
final class Breeder {

    private static final int ATTEMPTS = 20;
    private static final int TRIMS = 10;
    private static final double SIMPLIFIED = 0.5;
    private static final double TWICE = 0.25;

    private static final Variation TRIM = new Variation("trimmed", Mutations::hoist);

    private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final BreedingSettings settings;

    Breeder(BreedingSettings settings) {
        this.settings = settings;
    }

    /// The randomness of one proposal.
    static RandomGenerator random(long stream) {
        return RANDOM.create(stream);
    }

    sealed interface Offspring {}

    /// @param operator what was done, in words
    record Born(Source child, String operator) implements Offspring {}

    /// No attempt brought a program that differs from its parents and that Java takes.
    record Barren(String why) implements Offspring {}

    /// @param parents best first
    Offspring breed(List<Source> parents, RandomGenerator random) {
        return RandomRegistry.with(random).call(() -> bred(parents, random));
    }

    private Offspring bred(List<Source> parents, RandomGenerator random) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Source receiver = parents.get(random.nextInt(parents.size()));
            Variation first = (parents.size() > 1 ? Operators.TOGETHER : Operators.ALONE).draw();
            AltererResult<BodyGene, Double> varied = first.alter(population(receiver, parents), 0);
            if (varied.alterations() == 0) {
                continue;
            }
            String operator = first.name();
            if (random.nextDouble() < TWICE) {
                Variation second = Operators.ALONE.draw();
                varied = second.alter(varied.population(), 0);
                operator += varied.alterations() == 0 ? "" : ", " + second.name();
            }
            int most = Math.max(settings.nodes(), receiver.size());
            Phenotype<BodyGene, Double> child = finished(varied.population().get(0), most, random);
            if (!child.isValid() || size(child) > most) {
                continue;
            }
            Source source = receiver.with(trees(child));
            if (parents.stream().noneMatch(each -> each.program().equals(source.program()))) {
                return new Born(source, operator);
            }
        }
        return new Barren("no new program came of " + ATTEMPTS + " attempts");
    }

    /// The receiver first, then those it takes from.
    @SuppressWarnings("ReferenceEquality") // two parents may be equal programs
    private static ISeq<Phenotype<BodyGene, Double>> population(
            Source receiver, List<Source> parents) {
        return Stream.concat(Stream.of(receiver), parents.stream().filter(each -> each != receiver))
                .map(each -> BodyChromosome.phenotype(each.bodies()))
                .collect(ISeq.toISeq());
    }

    private static Phenotype<BodyGene, Double> finished(
            Phenotype<BodyGene, Double> child, int most, RandomGenerator random) {
        Phenotype<BodyGene, Double> trimmed = child;
        for (int trims = 0; trims < TRIMS && size(trimmed) > most; trims++) {
            trimmed = TRIM.alter(ISeq.of(trimmed), 0).population().get(0);
        }
        boolean simplified = random.nextDouble() < SIMPLIFIED;
        return BodyChromosome.phenotype(
                BodyChromosome.bodies(trimmed).stream()
                        .map(body -> tidied(body, simplified))
                        .toList());
    }

    private static Body tidied(Body body, boolean simplified) {
        TreeNode<Symbol> tree = body.tree().copy();
        if (simplified) {
            Simplifier.simplify(tree);
        }
        Simplifier.joinSigns(tree);
        return body.with(tree);
    }

    private static int size(Phenotype<BodyGene, Double> child) {
        return trees(child).stream().mapToInt(Trees::size).sum();
    }

    private static List<TreeNode<Symbol>> trees(Phenotype<BodyGene, Double> child) {
        return BodyChromosome.bodies(child).stream().map(Body::tree).toList();
    }
}
