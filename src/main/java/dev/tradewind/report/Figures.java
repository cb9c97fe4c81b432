package dev.tradewind.report;

import dev.tradewind.evaluation.Decimals;
import dev.tradewind.evaluation.Objective;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Numbers as people read them: never more digits than mean something, always the same on every
/// machine.
public final class Figures {

    /// Written where there is no value.
    public static final String NONE = "-";

    private static final MathContext MONEY = new MathContext(4, RoundingMode.HALF_UP);
    private static final MathContext TOKENS = new MathContext(3, RoundingMode.HALF_UP);
    private static final List<String> THOUSANDS = List.of("", " k", " M", " G");

    private Figures() {}

    /// A value without its unit: percentages with two decimals, others with four digits; [#NONE]
    /// for one that is no number.
    public static String value(double value, String unit) {
        return Double.isFinite(value) ? Decimals.of(value, unit) : NONE;
    }

    /// A value with its unit; a plain number has none, nor has one that is no number.
    public static String withUnit(double value, String unit) {
        return Double.isFinite(value) ? value(value, unit) + suffix(unit) : NONE;
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

    /// US dollars with four digits, such as `1.84` or `0.0123`; whole ones are never rounded.
    public static String money(BigDecimal dollars) {
        boolean large = dollars.precision() - dollars.scale() > MONEY.getPrecision();
        BigDecimal rounded =
                large ? dollars.setScale(0, RoundingMode.HALF_UP) : dollars.round(MONEY);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /// About how many, with three digits: `950`, `12.3 k`, `210 k`, `2 M`.
    public static String tokens(long tokens) {
        BigDecimal rounded = BigDecimal.valueOf(tokens).round(TOKENS);
        int thousands = Math.max(0, rounded.precision() - rounded.scale() - 1) / 3;
        int step = Math.min(thousands, THOUSANDS.size() - 1);
        return rounded.movePointLeft(3 * step).stripTrailingZeros().toPlainString()
                + THOUSANDS.get(step);
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
