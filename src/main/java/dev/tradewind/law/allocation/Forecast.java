package dev.tradewind.law.allocation;

import org.jspecify.annotations.Nullable;

/// What an amount of cost is expected to buy.
///
/// @param cost that is spent
/// @param improvements proposals that beat their island's best
/// @param gain they add up to, in the objective's unit; null as long as no gain was seen, since its
///   scale is then unknown
public record Forecast(double cost, Band improvements, @Nullable Band gain) {}
