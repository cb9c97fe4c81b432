package dev.tradewind.proposer.breeding;

import io.jenetics.AltererResult;
import io.jenetics.Phenotype;
import io.jenetics.ext.util.TreeNode;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;

import org.jspecify.annotations.Nullable;

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

    /// A program of fewer nodes has little to vary: it is mostly a start, such as the seed.
    private static final int SMALL = 12;

    private static final double FRESH_FOR_SMALL = 0.5;
    private static final double FRESH = 0.1;

    private static final Variation TRIM = new Variation("trimmed", Mutations::hoist);
    private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final int nodes;
    private final Variation renew;
    private final Operators alone;
    private final Operators together = Operators.together();

    Breeder(BreedingSettings settings) {
        nodes = settings.nodes();
        renew = new Variation("fresh program", bench -> Mutations.everything(bench, nodes));
        alone = Operators.alone(settings.depth());
    }

    /// The randomness of one proposal.
    static RandomGenerator random(long stream) {
        return RANDOM.create(stream);
    }

    /// @param operator what was done, in words
    record Born(Source child, String operator) {}

    /// A child that differs from its parents, is not too large and that Java takes; null when no
    /// attempt brought one.
    ///
    /// @param parents best first
    @Nullable Born breed(List<Source> parents, RandomGenerator random) {
        return RandomRegistry.with(random).call(() -> bred(parents, random));
    }

    private @Nullable Born bred(List<Source> parents, RandomGenerator random) {
        Born born = null;
        for (int attempt = 0; born == null && attempt < ATTEMPTS; attempt++) {
            Source receiver = parents.get(random.nextInt(parents.size()));
            born = attempt(receiver, parents, random);
        }
        return born;
    }

    private @Nullable Born attempt(Source receiver, List<Source> parents, RandomGenerator random) {
        Variation first = variation(receiver, parents.size(), random);
        AltererResult<BodyGene, Double> varied = first.alter(population(receiver, parents), 0);
        if (varied.alterations() == 0) {
            return null;
        }
        String operator = first.name();
        if (random.nextDouble() < TWICE) {
            Variation second = alone.draw();
            varied = second.alter(varied.population(), 0);
            operator += varied.alterations() == 0 ? "" : ", " + second.name();
        }
        int most = Math.max(nodes, receiver.size());
        Phenotype<BodyGene, Double> child = finished(varied.population().get(0), most, random);
        if (size(child) > most || !child.isValid()) {
            return null;
        }
        Source source = receiver.with(trees(child));
        boolean known = parents.stream().anyMatch(each -> each.program().equals(source.program()));
        return known ? null : new Born(source, operator);
    }

    private Variation variation(Source receiver, int parents, RandomGenerator random) {
        double fresh = receiver.size() < SMALL ? FRESH_FOR_SMALL : FRESH;
        if (random.nextDouble() < fresh) {
            return renew;
        }
        return parents > 1 ? together.draw() : alone.draw();
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
