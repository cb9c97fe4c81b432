package dev.tradewind.bench;

import java.lang.management.ManagementFactory;
import java.util.function.Consumer;

/// What a measurement writes its figures on.
///
/// @param taker gets each figure at once
record Sheet(Consumer<Figure> taker) {

    /// Notes a value under the load of this moment.
    void note(String name, double value, String unit, Goal goal) {
        taker.accept(new Figure(name, value, unit, load(), goal));
    }

    /// Notes a value of which nothing is asked.
    void note(String name, double value, String unit) {
        note(name, value, unit, new Goal.None());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
