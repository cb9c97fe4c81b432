package dev.tradewind.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/// What a call of a model costs.
public sealed interface PriceList {

    /// The price of a call.
    ///
    /// @param inFlight how long it took
    Usd of(Usage usage, Duration inFlight);

    /// The usual list of providers.
    ///
    /// @param input for a million tokens read
    /// @param cached for a million tokens read that the provider had read before
    /// @param output for a million tokens written, reasoning included
    record PerMillionTokens(Usd input, Usd cached, Usd output) implements PriceList {

        private static final int MILLION = 6;

        @Override
        public Usd of(Usage usage, Duration inFlight) {
            BigDecimal sum =
                    times(input, usage.uncached())
                            .add(times(cached, usage.cached()))
                            .add(times(output, usage.output()));
            return new Usd(sum.movePointLeft(MILLION));
        }

        private static BigDecimal times(Usd price, long tokens) {
            return price.amount().multiply(BigDecimal.valueOf(tokens));
        }
    }

    /// Declared to cost nothing.
    record Free() implements PriceList {
        @Override
        public Usd of(Usage usage, Duration inFlight) {
            return Usd.ZERO;
        }
    }

    /// A machine of one's own, by the time a call takes on it. Measured, so no two runs pay the
    /// same.
    ///
    /// @param price of an hour of one call
    record PerHour(Usd price) implements PriceList {

        private static final BigDecimal MILLIS = BigDecimal.valueOf(3_600_000);
        private static final int DIGITS = 12;

        @Override
        public Usd of(Usage usage, Duration inFlight) {
            BigDecimal millis = BigDecimal.valueOf(inFlight.toMillis());
            return new Usd(
                    price.amount().multiply(millis).divide(MILLIS, DIGITS, RoundingMode.HALF_UP));
        }
    }
}
