package dev.tradewind.evolution;

import io.jenetics.BoltzmannSelector;
import io.jenetics.Genotype;
import io.jenetics.IntegerChromosome;
import io.jenetics.IntegerGene;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Draws one of several, the better ones more often: with odds of `exp(merit / (temperature *
/// spread))` (FunSearch, Methods, "Selecting a prompt").
///
/// The spread is the distance from the best to the median, so that neither the unit of the
/// objective nor a few hopeless stragglers change the odds.
///
/// @param temperature 0 or more, in spreads; 0 always takes the best
record Draw(double temperature) {

    /// Merits this many temperatures below the best count as just that far below; their odds are
    /// nil, and the exponential stays finite.
    private static final double FAR = 30;

    /// What a ticket's phenotype is made of. Jenetics wants it; only merit and number matter. Its
    /// value is given: a random one would be drawn from the luck of whoever comes first.
    private static final Genotype<IntegerGene> BLANK =
            Genotype.of(IntegerChromosome.of(IntegerGene.of(0, 0, 1)));

    /// One of the list.
    ///
    /// @param bestFirst at least one, by falling merit
    /// @param merit finite, more is better
    <T> T from(List<T> bestFirst, ToDoubleFunction<T> merit, RandomGenerator random) {
        double[] merits = bestFirst.stream().mapToDouble(merit).toArray();
        return bestFirst.get(position(merits, random));
    }

    private int position(double[] merits, RandomGenerator random) {
        double best = merits[0];
        double unit = temperature * spread(merits);
        if (unit == 0) {
            return temperature == 0 ? 0 : random.nextInt(merits.length);
        }
        double least = Math.max(merits[merits.length - 1], best - FAR * unit);
        ISeq<Phenotype<IntegerGene, Double>> tickets =
                IntStream.range(0, merits.length)
                        .mapToObj(at -> ticket(at, Math.max(merits[at], least)))
                        .collect(ISeq.toISeq());
        // Jenetics scales merits to between 0 and 1 and multiplies by this before exponentiating.
        var selector = new BoltzmannSelector<IntegerGene, Double>((best - least) / unit);
        return number(drawn(selector, tickets, random));
    }

    private static double spread(double[] merits) {
        double toMedian = merits[0] - merits[merits.length / 2];
        return toMedian > 0 ? toMedian : merits[0] - merits[merits.length - 1];
    }

    private static Phenotype<IntegerGene, Double> ticket(int at, double merit) {
        return Phenotype.of(BLANK, at, merit);
    }

    private static int number(Phenotype<IntegerGene, Double> ticket) {
        return Math.toIntExact(ticket.generation());
    }

    private static Phenotype<IntegerGene, Double> drawn(
            BoltzmannSelector<IntegerGene, Double> selector,
            ISeq<Phenotype<IntegerGene, Double>> tickets,
            RandomGenerator random) {
        return RandomRegistry.with(random)
                .call(() -> selector.select(tickets, 1, Optimize.MAXIMUM).get(0));
    }
}
