package dev.tradewind.proposer.breeding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/// Literals: their values, their text, fresh ones and neighbours.
final class Constants {

    private static final MathContext FRESH_DIGITS = new MathContext(2);
    private static final MathContext NEAR_DIGITS = new MathContext(4);
    private static final double LARGEST = 1e6;

    private Constants() {}

    /// The number a literal stands for; empty for truth values and for names such as `Math.PI`.
    static OptionalDouble value(Symbol.Constant constant) {
        char last = constant.text().charAt(constant.text().length() - 1);
        boolean literal = constant.kind().numeric() && (Character.isDigit(last) || last == '.');
        boolean suffixed = constant.text().matches("-?[0-9].*[Lf]");
        if ((!literal && !suffixed) || constant.text().contains("_")) {
            return OptionalDouble.empty();
        }
        String digits =
                suffixed
                        ? constant.text().substring(0, constant.text().length() - 1)
                        : constant.text();
        return Character.isLetter(digits.charAt(0))
                ? OptionalDouble.empty()
                : OptionalDouble.of(Double.parseDouble(digits));
    }

    /// A literal of a kind; integers are rounded to the nearest.
    static Symbol.Constant of(Kind kind, double value) {
        String text =
                switch (kind.base()) {
                    case INT -> String.valueOf((int) Math.rint(value));
                    case LONG -> (long) Math.rint(value) + "L";
                    case FLOAT -> (float) value + "f";
                    case DOUBLE -> String.valueOf(value);
                    case BOOLEAN, VOID, OTHER ->
                            throw new IllegalArgumentException("no number is " + kind);
                };
        return new Symbol.Constant(kind, text);
    }

    /// A new literal: a small integer, or a number of two digits of any usual magnitude.
    static Symbol.Constant fresh(Kind kind, RandomGenerator random) {
        if (kind.equals(Kind.BOOLEAN)) {
            return new Symbol.Constant(kind, String.valueOf(random.nextBoolean()));
        }
        double value =
                switch (random.nextInt(4)) {
                    case 0 -> random.nextInt(0, 4);
                    case 1 -> random.nextInt(0, 11);
                    case 2 -> rounded(random.nextDouble(), FRESH_DIGITS);
                    default -> rounded(Math.pow(10, random.nextDouble(0, 2.5)), FRESH_DIGITS);
                };
        return of(kind, value);
    }

    /// A literal near another one.
    static Symbol.Constant near(Kind kind, double value, RandomGenerator random) {
        double moved =
                switch (random.nextInt(10)) {
                    case 0 -> -value;
                    case 1, 2, 3 -> value + (random.nextBoolean() ? 1 : -1);
                    case 4 -> value * (random.nextBoolean() ? 2 : 0.5);
                    case 5, 6 -> value * (1 + random.nextGaussian());
                    default -> value * (1 + 0.15 * random.nextGaussian());
                };
        return brief(kind, moved);
    }

    /// A literal of a few digits for about that number.
    static Symbol.Constant brief(Kind kind, double value) {
        return of(kind, rounded(Math.clamp(value, -LARGEST, LARGEST), NEAR_DIGITS));
    }

    private static double rounded(double value, MathContext digits) {
        return new BigDecimal(value).round(digits).doubleValue();
    }
}
