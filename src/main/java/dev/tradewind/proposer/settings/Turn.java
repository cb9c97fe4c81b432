package dev.tradewind.proposer.settings;

import dev.tradewind.evaluation.Space.Knob;

import io.jenetics.Chromosome;
import io.jenetics.LongGene;
import io.jenetics.Mutator;
import io.jenetics.MutatorResult;
import io.jenetics.util.MSeq;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Moves some knobs. How many follows a power law with exponent 2.5: one mostly, about 1.5 on
/// average of a dozen, now and then nearly all, so that there is no strength to be tuned and no
/// local optimum without a way out (Doerr, Le, Makhmara and Nguyen, "Fast genetic algorithms",
/// 2017; they leave the exponent open between 1 and 3).
///
/// Steps go to a neighbour mostly, to any value at times; kinds to any other; of patterns some bits
/// are flipped, as many as the same law says; numbers in a range go a way whose length is drawn
/// evenly on a logarithmic scale, the shorter ones more often.
final class Turn extends Mutator<LongGene, Double> {

    private static final double EXPONENT = 2.5;

    /// How often a step goes anywhere, and a pattern is drawn anew.
    private static final double FAR = 0.1;

    private final List<Knob> knobs;

    /// @param knobs one for each gene
    Turn(List<Knob> knobs) {
        super(1);
        this.knobs = knobs;
    }

    @Override
    protected MutatorResult<Chromosome<LongGene>> mutate(
            Chromosome<LongGene> chromosome, double probability, RandomGenerator random) {
        MSeq<LongGene> genes = MSeq.of(chromosome);
        int[] free =
                IntStream.range(0, genes.length())
                        .filter(at -> knobs.get(at).count() > 1)
                        .toArray();
        int wanted = free.length == 0 ? 0 : powerLaw(free.length, random);
        int moved = 0;
        for (int at = 0; moved < wanted; at++) {
            if (random.nextInt(free.length - at) < wanted - moved) {
                LongGene gene = genes.get(free[at]);
                long value = turned(knobs.get(free[at]), gene.allele(), random);
                genes.set(free[at], gene.newInstance(value));
                moved++;
            }
        }
        return new MutatorResult<>(chromosome.newInstance(genes.toISeq()), moved);
    }

    /// A number from 1 to the largest, with odds of its power.
    static int powerLaw(int most, RandomGenerator random) {
        double total = 0;
        for (int number = 1; number <= most; number++) {
            total += Math.pow(number, -EXPONENT);
        }
        double left = random.nextDouble() * total;
        int number = 1;
        while (number < most && left >= Math.pow(number, -EXPONENT)) {
            left -= Math.pow(number, -EXPONENT);
            number++;
        }
        return number;
    }

    /// Any value, each as likely.
    static long drawn(Knob knob, RandomGenerator random) {
        return switch (knob) {
            case Knob.Steps(var _, List<Long> values) -> any(values, random);
            case Knob.Kinds(var _, List<Long> values) -> any(values, random);
            case Knob.Bits bits -> random.nextLong() & bits.most();
            case Knob.Range(var _, long least, long most) ->
                    least + random.nextLong(most - least + 1);
        };
    }

    private static long any(List<Long> values, RandomGenerator random) {
        return values.get(random.nextInt(values.size()));
    }

    /// Another value of a knob that has more than one.
    static long turned(Knob knob, long value, RandomGenerator random) {
        return switch (knob) {
            case Knob.Steps(var _, List<Long> values) when random.nextDouble() >= FAR ->
                    neighbour(values, values.indexOf(value), random);
            case Knob.Steps(var _, List<Long> values) -> other(values, value, random);
            case Knob.Kinds(var _, List<Long> values) -> other(values, value, random);
            case Knob.Bits bits -> flipped(bits, value, random);
            case Knob.Range range -> shifted(range, value, random);
        };
    }

    private static long neighbour(List<Long> values, int at, RandomGenerator random) {
        boolean up = at == 0 || (at < values.size() - 1 && random.nextBoolean());
        return values.get(up ? at + 1 : at - 1);
    }

    private static long other(List<Long> values, long value, RandomGenerator random) {
        int at = random.nextInt(values.size() - 1);
        return values.get(at < values.indexOf(value) ? at : at + 1);
    }

    private static long flipped(Knob.Bits knob, long value, RandomGenerator random) {
        if (random.nextDouble() < FAR) {
            long fresh = random.nextLong() & knob.most();
            return fresh == value ? value ^ 1 : fresh;
        }
        int left = powerLaw(knob.bits(), random);
        long mask = 0;
        for (int bit = 0; left > 0; bit++) {
            if (random.nextInt(knob.bits() - bit) < left) {
                mask |= 1L << bit;
                left--;
            }
        }
        return value ^ mask;
    }

    /// Clipped at the ends of the range; the other way where that would be no way at all.
    private static long shifted(Knob.Range range, long value, RandomGenerator random) {
        double draw = random.nextDouble();
        double way = Math.rint(Math.exp(draw * draw * Math.log(range.count() - 1)));
        boolean up = value == range.least() || (value < range.most() && random.nextBoolean());
        long room = up ? range.most() - value : value - range.least();
        long steps = Math.clamp((long) way, 1, room);
        return up ? value + steps : value - steps;
    }
}
