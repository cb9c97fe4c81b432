package dev.tradewind.law.sampling;

/// What a run of known size and length came to for each proposal.
///
/// @param proposals made in all
/// @param seconds it took
/// @param slots machines that proposed
/// @param evaluators processes that evaluated
public record Pace(double proposals, double seconds, double slots, double evaluators) {

    public Pace {
        Numbers.positive(proposals, "a number of proposals");
        Numbers.positive(seconds, "a time");
        Numbers.positive(slots, "the number of slots");
        Numbers.positive(evaluators, "the number of evaluators");
    }

    /// Proposals per second.
    public double rate() {
        return proposals / seconds;
    }

    /// Proposals per second of one slot.
    public double slotRate() {
        return rate() / slots;
    }

    /// Seconds an evaluation may have taken at most, for evaluators to keep up.
    public double longestEvaluation() {
        return evaluators / rate();
    }

    /// One proposal's part of what the run used up, such as dollars or joules.
    public double each(double total) {
        return Numbers.least(total, "a total") / proposals;
    }
}
