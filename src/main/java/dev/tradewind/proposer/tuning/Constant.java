package dev.tradewind.proposer.tuning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number in a program's text, with its sign.
///
/// @param path the file
/// @param start offset of its first character
/// @param end offset one past its last character
/// @param written as it stands there
/// @param whole whether it is an integer
/// @param signable whether a sign may stand before it
record Constant(
        String path,
        int start,
        int end,
        String written,
        boolean whole,
        boolean signable,
        Freedom freedom) {

    static final double LARGEST = 1e9;
    private static final MathContext DIGITS = new MathContext(7);
    private static final Pattern SUFFIX = Pattern.compile("[lLfFdDuU]*$");

    double value() {
        String digits = written.substring(0, written.length() - suffix().length());
        return Double.parseDouble(digits.replace("_", "").replace(" ", ""));
    }

    private String suffix() {
        Matcher suffix = SUFFIX.matcher(written);
        return suffix.find() ? suffix.group() : "";
    }

    /// The closest value to a wanted one that it may take.
    double near(double wanted) {
        double value = value();
        double bounded = Math.clamp(wanted, signable ? -LARGEST : 0, LARGEST);
        if (freedom == Freedom.BY_ONE) {
            double least = value >= 1 ? Math.max(1, value - 1) : value - 1;
            bounded = Math.clamp(bounded, least, value + 1);
        }
        if (!whole) {
            return new BigDecimal(bounded).round(DIGITS).doubleValue();
        }
        double rounded = Math.rint(bounded);
        boolean vanished = rounded == 0 && value != 0;
        return vanished ? Math.signum(value) : rounded + 0.0;
    }

    /// The text for a value it may take.
    String text(double value) {
        return (whole ? String.valueOf((long) value) : String.valueOf(value)) + suffix();
    }
}
