package dev.tradewind.bench;

import java.io.Serializable;
import java.math.BigDecimal;

/// What a figure should come to.
public sealed interface Goal extends Serializable {

    /// Whether a value reaches it.
    boolean metBy(double value);

    /// No less than a bound.
    record AtLeast(double bound) implements Goal {
        @Override
        public boolean metBy(double value) {
            return value >= bound;
        }

        @Override
        public String toString() {
            return ">= " + plain(bound);
        }
    }

    /// No more than a bound.
    record AtMost(double bound) implements Goal {
        @Override
        public boolean metBy(double value) {
            return value <= bound;
        }

        @Override
        public String toString() {
            return "<= " + plain(bound);
        }
    }

    /// More than a bound.
    record MoreThan(double bound) implements Goal {
        @Override
        public boolean metBy(double value) {
            return value > bound;
        }

        @Override
        public String toString() {
            return "> " + plain(bound);
        }
    }

    /// Nothing is asked of it: it is there to be read beside others.
    record None() implements Goal {
        @Override
        public boolean metBy(double value) {
            return true;
        }

        @Override
        public String toString() {
            return "";
        }
    }

    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
