package dev.tradewind.campaign;

import dev.tradewind.sandbox.Bytes;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number and its unit, such as `60 s`, `256 MiB` or `200 M steps`.
///
/// @param amount 0 or more, the `M` of `200 M steps` multiplied in
/// @param unit as written; empty when there is none
record Quantity(BigDecimal amount, String unit) {

    private static final Pattern FORM = Pattern.compile("([0-9][0-9_]*(?:\\.[0-9]+)?)\\s*(.*)");

    private static final Map<String, Integer> ZEROS = Map.of("k", 3, "M", 6, "G", 9);

    private static final List<String> TIMES = List.of("ms", "s", "min", "h");
    private static final List<String> SIZES = List.of("B", "KiB", "MiB", "GiB");

    /// @throws IllegalArgumentException with what is wrong, to be read after the text
    static Quantity of(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("is no amount with a unit, such as \"60 s\".");
        }
        BigDecimal amount = new BigDecimal(matcher.group(1).replace("_", ""));
        String[] words = matcher.group(2).split("\\s+", 2);
        if (words.length == 2 && ZEROS.containsKey(words[0])) {
            return new Quantity(amount.scaleByPowerOfTen(ZEROS.get(words[0])), words[1]);
        }
        return new Quantity(amount, String.join(" ", words));
    }

    /// A length of time, to the millisecond.
    ///
    /// @throws IllegalArgumentException with what is wrong, to be read after the text
    static Duration time(String text) {
        Quantity quantity = of(text);
        return quantity.asTime(quantity.unitAmong(TIMES));
    }

    /// This amount as a length of time.
    Duration asTime(String timeUnit) {
        long millis =
                switch (timeUnit) {
                    case "ms" -> 1;
                    case "s" -> 1_000;
                    case "min" -> 60_000;
                    case "h" -> 3_600_000;
                    default -> throw new IllegalArgumentException("no unit of time: " + timeUnit);
                };
        return Duration.ofMillis(
                new Quantity(amount.multiply(BigDecimal.valueOf(millis)), "ms").whole());
    }

    /// An amount of memory.
    ///
    /// @throws IllegalArgumentException with what is wrong, to be read after the text
    static Bytes bytes(String text) {
        Quantity quantity = of(text);
        int power = SIZES.indexOf(quantity.unitAmong(SIZES));
        BigDecimal factor = BigDecimal.valueOf(1L << (10 * power));
        return new Bytes(new Quantity(quantity.amount.multiply(factor), "B").whole());
    }

    /// A number of things that cannot be divided.
    ///
    /// @throws IllegalArgumentException with what is wrong, to be read after the text
    static long count(String text, String unit) {
        Quantity quantity = of(text);
        quantity.unitAmong(List.of(unit));
        return quantity.whole();
    }

    /// The amount as a whole number.
    long whole() {
        try {
            return amount.stripTrailingZeros().longValueExact();
        } catch (ArithmeticException unfit) {
            throw new IllegalArgumentException(
                    "is not a whole number of " + unit + ", or too large.", unfit);
        }
    }

    /// The unit, if it is one of those allowed.
    String unitAmong(Collection<String> units) {
        if (units.contains(unit)) {
            return unit;
        }
        String found = unit.isEmpty() ? "has no unit. " : "has an unknown unit. ";
        throw new IllegalArgumentException(
                found
                        + Suggestion.allowed(
                                units.stream()
                                        .map(each -> amount.toPlainString() + " " + each)
                                        .toList(),
                                amount.toPlainString() + " " + unit));
    }
}
