package dev.tradewind.proposer.tuning;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Descent;
import dev.tradewind.program.Program;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Proposer;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Draws every number of the seed anew, from a tenth to ten times of what it is there: the line a
/// search over numbers has to beat. What its parents are does not matter.
public final class RandomConstants implements Proposer {

    private static final String NAME = "random";
    private static final double DECADES = 1;

    /// How often a number that may have a sign gets the other one.
    private static final double TURNED = 0.1;

    private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final Skeleton seed;

    /// @param seed its markers pair up
    public RandomConstants(Program seed) {
        this.seed = ConstantReader.read(seed);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Proposal propose(Ask ask) {
        if (seed.constants().isEmpty()) {
            return new Proposal.Declined(
                    FailureCause.UNREADABLE, "no number to draw in the regions of the seed");
        }
        RandomGenerator random = RANDOM.create(ask.stream());
        List<Double> values = new ArrayList<>();
        seed.constants().forEach(constant -> values.add(drawn(constant, random)));
        Descent descent =
                new Descent(List.of(ask.parents().getFirst().id()), NAME, "fresh numbers");
        return new Proposal.Proposed(Candidate.of(seed.with(values), descent));
    }

    private static double drawn(Constant constant, RandomGenerator random) {
        double value = constant.value();
        if (constant.freedom() == Freedom.BY_ONE) {
            return constant.near(value + random.nextInt(-1, 2));
        }
        if (value == 0) {
            return constant.near(random.nextDouble(-1, 1));
        }
        double size = Math.pow(10, random.nextDouble(-DECADES, DECADES));
        double sign = random.nextDouble() < TURNED ? -1 : 1;
        return constant.near(sign * size * value);
    }
}
