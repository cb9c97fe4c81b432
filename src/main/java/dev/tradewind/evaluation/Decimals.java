package dev.tradewind.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Values as people and models read them: never more digits than mean something, always the same on
/// every machine.
public final class Decimals {

    private static final int DIGITS = 4;
    private static final int PERCENT_DECIMALS = 2;

    private Decimals() {}

    /// A value without its unit: percentages with two decimals, others with four digits.
    public static String of(double value, String unit) {
        if (value == 0) {
            return unit.equals("%") ? "0.00" : "0";
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        return unit.equals("%")
                ? exact.setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP).toPlainString()
                : shortened(exact);
    }

    /// What follows a value: a blank and the unit, nothing for a plain number.
    public static String suffix(String unit) {
        return unit.equals("1") || unit.isEmpty() ? "" : " " + unit;
    }

    private static String shortened(BigDecimal exact) {
        BigDecimal rounded = exact.round(new MathContext(DIGITS, RoundingMode.HALF_UP));
        BigDecimal plain = rounded.scale() < 0 ? exact.setScale(0, RoundingMode.HALF_UP) : rounded;
        int magnitude = plain.precision() - plain.scale();
        return magnitude < -DIGITS || magnitude > 3 * DIGITS
                ? rounded.stripTrailingZeros().toString()
                : plain.stripTrailingZeros().toPlainString();
    }
}
