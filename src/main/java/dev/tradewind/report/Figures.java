package dev.tradewind.report;

import dev.tradewind.evaluation.Decimals;
import dev.tradewind.evaluation.Objective;

import java.time.Duration;
import java.util.Locale;

/// Numbers as people read them: never more digits than mean something, always the same on every
/// machine.
public final class Figures {

    /// Written where there is no value.
    public static final String NONE = "-";

    private Figures() {}

    /// A value without its unit: percentages with two decimals, others with four digits.
    public static String value(double value, String unit) {
        return Decimals.of(value, unit);
    }

    /// A value with its unit; a plain number has none.
    public static String withUnit(double value, String unit) {
        return value(value, unit) + suffix(unit);
    }

    /// A value of an objective with its unit.
    public static String of(double value, Objective objective) {
        return withUnit(value, objective.unit());
    }

    /// What follows a value: a blank and the unit, nothing for a plain number.
    public static String suffix(String unit) {
        return Decimals.suffix(unit);
    }

    /// A change with its sign, such as `+0.0021` or `-0.31`.
    public static String change(double change, String unit) {
        return (change < 0 ? "" : "+") + value(change, unit);
    }

    /// A count with separated thousands, such as `12,408`.
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// About how long: `38 s`, `14 min`, `2 h 05 min`.
    public static String time(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 100) {
            return seconds + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 100
                ? minutes + " min"
                : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
    }
}
