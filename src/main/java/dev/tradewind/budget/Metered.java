package dev.tradewind.budget;

import java.time.Duration;

/// Something computed, and the processor time that took.
public record Metered<T>(T value, Duration cpu) {}
