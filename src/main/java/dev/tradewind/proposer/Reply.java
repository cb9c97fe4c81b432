package dev.tradewind.proposer;

import dev.tradewind.budget.Usage;

import java.time.Duration;

/// What came of asking a model.
public sealed interface Reply {

    /// From the call that counted, without the waiting between calls.
    Duration inFlight();

    /// Calls before it that failed and were free of charge.
    int retries();

    /// It answered.
    ///
    /// @param text the answer, empty when the model said nothing
    /// @param thinking what it told of its reasoning; mostly empty
    /// @param servedBy the model that answered, as the provider names it
    /// @param estimated whether the provider told no usage, so that it was estimated from the text
    record Answered(
            String text,
            String thinking,
            Finish finish,
            String servedBy,
            Usage usage,
            boolean estimated,
            Duration inFlight,
            int retries)
            implements Reply {}

    /// Nothing that can be read came back, and the provider may bill it all the same: the call ran
    /// into its time limit, or ended in something that is no answer.
    ///
    /// @param detail one line for people
    record Lost(String detail, Duration inFlight, int retries) implements Reply {}

    /// The provider turned this request down, or could not be brought to answer it while it
    /// answered others. Costs nothing.
    ///
    /// @param detail one line for people
    record Rejected(String detail, Duration inFlight, int retries) implements Reply {}

    /// Why a model stopped.
    enum Finish {
        /// It had said all.
        STOP,
        /// Cut off at the limit of tokens.
        LENGTH,
        /// The provider's filter stepped in.
        FILTERED,
        /// Anything else, or the provider does not say.
        OTHER
    }
}
