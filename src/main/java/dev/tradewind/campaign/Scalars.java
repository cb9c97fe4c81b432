package dev.tradewind.campaign;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// Readings of single values. Each throws IllegalArgumentException with what is wrong, to be read
/// after the text.
final class Scalars {

    static final Map<String, Boolean> SWITCH = Map.of("true", true, "false", false);

    private Scalars() {}

    /// Any whole number.
    static long whole(String text) {
        return whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /// A whole number from 1 to the largest allowed.
    static int whole(String text, int most) {
        return (int) whole(text, 1, most);
    }

    /// A whole number from 0 to the largest allowed.
    static int upTo(String text, int most) {
        return (int) whole(text, 0, most);
    }

    private static long whole(String text, long least, long most) {
        try {
            long number = Long.parseLong(text.replace("_", ""));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, like a number out of range.
        }
        throw new IllegalArgumentException(
                "is not a whole number from %d to %d.".formatted(least, most));
    }

    /// A whole number that fits an `int`.
    static int small(String text) {
        return (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    static double real(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("is not a number.", notANumber);
        }
    }

    static double finite(String text) {
        double number = real(text);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("is not finite. Give a number, or leave it out.");
        }
        return number;
    }

    /// A number within bounds.
    static double real(String text, double least, double most) {
        double number = real(text);
        if (!(number >= least && number <= most)) {
            throw new IllegalArgumentException(
                    "is not a number from %s to %s.".formatted(plain(least), plain(most)));
        }
        return number;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /// A finite number above 0.
    static double positive(String text) {
        double number = real(text);
        if (!(number > 0) || Double.isInfinite(number)) {
            throw new IllegalArgumentException("is not a number above 0.");
        }
        return number;
    }

    static <T> T word(String text, Map<String, T> words) {
        T value = words.get(text);
        if (value == null) {
            List<String> allowed = words.keySet().stream().sorted().toList();
            throw new IllegalArgumentException(
                    "is not known. " + Suggestion.allowed(allowed, text));
        }
        return value;
    }

    /// A name that can be a folder's.
    static String name(String text) {
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException(
                    "is no name. Allowed: letters, digits and any of . _ - after the first.");
        }
        return text;
    }

    /// One of some words; any word when none is listed.
    static String among(String text, List<String> words) {
        if (words.isEmpty() || words.contains(text)) {
            return text;
        }
        throw new IllegalArgumentException("is not known. " + Suggestion.allowed(words, text));
    }
}
