package dev.tradewind.proposer.breeding;

import io.jenetics.Genotype;
import io.jenetics.IntegerChromosome;
import io.jenetics.IntegerGene;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.RouletteWheelSelector;
import io.jenetics.util.ISeq;

import java.util.List;
import java.util.stream.IntStream;

/// Operators to choose from, each with a weight.
final class Operators {

    /// What a ticket's phenotype is made of. Jenetics wants it; only weight and number matter. Its
    /// value is given: a random one would be drawn from the luck of whoever comes first.
    private static final Genotype<IntegerGene> BLANK =
            Genotype.of(IntegerChromosome.of(IntegerGene.of(0, 0, 1)));

    private static final RouletteWheelSelector<IntegerGene, Double> WHEEL =
            new RouletteWheelSelector<>();

    private final List<Variation> variations;
    private final ISeq<Phenotype<IntegerGene, Double>> tickets;

    /// @param weight how often it is chosen, relative to the others
    record Weighted(double weight, String name, Change change) {}

    Operators(List<Weighted> weighted) {
        variations = weighted.stream().map(each -> new Variation(each.name, each.change)).toList();
        tickets =
                IntStream.range(0, weighted.size())
                        .mapToObj(at -> Phenotype.of(BLANK, at, weighted.get(at).weight()))
                        .collect(ISeq.toISeq());
    }

    /// Changes of one program. Those of statements are rare: where a region is one expression they
    /// have little to work on, and where it is not, changes of expressions still matter most.
    ///
    /// @param depth most levels of a fresh expression
    static Operators alone(int depth) {
        return new Operators(
                List.of(
                        new Weighted(
                                20, "subtree mutation", bench -> Mutations.subtree(bench, depth)),
                        new Weighted(10, "leaf mutation", Mutations::leaf),
                        new Weighted(12, "operator mutation", Mutations::function),
                        new Weighted(20, "constant mutation", Mutations::constant),
                        new Weighted(8, "constants mutation", Mutations::constants),
                        new Weighted(8, "hoist", Mutations::hoist),
                        new Weighted(3, "shrink", Mutations::shrink),
                        new Weighted(10, "wrap", Mutations::wrap),
                        new Weighted(8, "choice", Mutations::choose),
                        new Weighted(1, "inserted assignment", Statements::assign),
                        new Weighted(1, "inserted return", Statements::leave),
                        new Weighted(1, "guarded statement", Statements::guard),
                        new Weighted(1, "deleted statement", Statements::delete),
                        new Weighted(1, "duplicated statement", Statements::duplicate),
                        new Weighted(1, "named expression", Statements::name),
                        new Weighted(1, "inserted sum", Statements::accumulate)));
    }

    /// Changes that take from a second program.
    static Operators together() {
        return new Operators(
                List.of(
                        new Weighted(85, "subtree crossover", Crossings::subtree),
                        new Weighted(10, "constants crossover", Crossings::constants),
                        new Weighted(5, "statement crossover", Crossings::statement)));
    }

    /// One of them, the heavier ones more often. Randomness comes from the registry of Jenetics.
    Variation draw() {
        Phenotype<IntegerGene, Double> ticket = WHEEL.select(tickets, 1, Optimize.MAXIMUM).get(0);
        return variations.get(Math.toIntExact(ticket.generation()));
    }
}
