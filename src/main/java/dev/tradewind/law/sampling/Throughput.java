package dev.tradewind.law.sampling;

import java.util.function.DoubleUnaryOperator;

/// A search as two queues in a row: slots that propose, then evaluators.
///
/// @param slots proposals made at the same time
/// @param proposal seconds of one proposal
/// @param evaluators evaluations at the same time
/// @param evaluation seconds of one evaluation
/// @param reaching share of the proposals that are evaluated, more than 0
public record Throughput(
        double slots, double proposal, double evaluators, double evaluation, double reaching) {

    public Throughput {
        Numbers.positive(slots, "the number of slots");
        Numbers.positive(proposal, "a proposal's time");
        Numbers.positive(evaluators, "the number of evaluators");
        Numbers.positive(evaluation, "an evaluation's time");
        Numbers.chance(reaching, "the share that is evaluated");
    }

    /// Proposals per second: what the slower queue lets through.
    public double rate() {
        return Math.min(slots / proposal, mostEvaluated());
    }

    /// Proposals per second that evaluators keep up with.
    public double mostEvaluated() {
        return evaluators / (reaching * evaluation);
    }

    /// Whether slots wait for evaluators, so that a larger model costs no time.
    public boolean evaluatorsAreFull() {
        return slots / proposal > mostEvaluated();
    }

    /// Proposals under way, by Little's law.
    public double inFlight() {
        return rate() * (proposal + evaluation);
    }

    /// The size at which slots and evaluators keep pace: below it slots wait, above it evaluators
    /// do.
    ///
    /// @param seconds of a proposal by size, growing
    public double balancedSize(DoubleUnaryOperator seconds) {
        return Crossing.of(size -> slots / seconds.applyAsDouble(size) - mostEvaluated(), 1);
    }

    /// The largest size whose proposals, each built on the one before, still reach a depth in time.
    ///
    /// @param seconds of a proposal by size, growing
    /// @param time seconds until the deadline
    /// @param depth how many proposals must follow one another
    /// @throws Inconclusive when evaluations alone take that long
    public double largestWithin(DoubleUnaryOperator seconds, double time, int depth) {
        double left = time / depth - evaluation;
        if (!(left > 0)) {
            throw new Inconclusive(
                    "%d evaluations of %s s, one after another, take longer than %s s: no size fits"
                            .formatted(depth, evaluation, time));
        }
        return Crossing.of(size -> left - seconds.applyAsDouble(size), 1);
    }
}
