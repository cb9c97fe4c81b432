package dev.tradewind.proposer.chat;

import dev.tradewind.budget.ModelSize;
import dev.tradewind.budget.PriceList;

import java.net.URI;
import java.time.Duration;

/// A rung of the ladder that is a language model.
///
/// @param name as written in journals and reports
/// @param model as the provider names it
/// @param address of the provider's interface
/// @param keyVariable environment variable that holds the key; empty when none is wanted
/// @param size active parameters
/// @param price of its calls
/// @param calls at the same time, 1 or more
public record ChatRung(
        String name,
        Provider provider,
        String model,
        URI address,
        String keyVariable,
        ModelSize size,
        PriceList price,
        int calls,
        CallLimits limits,
        Sampling sampling) {

    /// What one call may take.
    ///
    /// @param time one call may take, without waiting for a slot or between retries
    /// @param outputTokens the most tokens one answer may have, reasoning included
    /// @param patience how long a provider may fail until the run ends
    public record CallLimits(Duration time, int outputTokens, Duration patience) {

        public static final CallLimits DEFAULT =
                new CallLimits(Duration.ofMinutes(3), 8_192, Duration.ofMinutes(5));
    }

    /// How a model draws its words.
    ///
    /// @param temperature 0 to 2; NaN leaves it to the provider
    /// @param effort how much a reasoning model should think
    public record Sampling(double temperature, Effort effort) {

        public static final Sampling DEFAULT = new Sampling(Double.NaN, Effort.USUAL);
    }

    /// How much a reasoning model should think.
    public enum Effort {
        /// Nothing is said, the provider decides.
        USUAL,
        MINIMAL,
        LOW,
        MEDIUM,
        HIGH
    }
}
