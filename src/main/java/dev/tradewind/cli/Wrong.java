package dev.tradewind.cli;

import java.util.function.Supplier;

/// Turns what a law refuses into wrong use of an option.
final class Wrong {

    private Wrong() {}

    /// The value, or wrong use that names where it comes from.
    ///
    /// @param place such as an option
    static <T> T use(String place, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException refused) {
            throw new UsageException("%s: %s.".formatted(place, refused.getMessage()));
        }
    }
}
