package dev.tradewind.budget;

import java.math.BigDecimal;
import java.time.Duration;

/// One bound on spend. `toString` gives the form people write: `60 s`, `1000 evaluations`.
public sealed interface Limit {

    /// The part used up; 1 or more when the limit is reached.
    double fraction(Spend spent);

    /// Whether one more step may start. What can be counted beforehand is never exceeded; time is
    /// only known afterwards, so a step may start while any is left.
    ///
    /// @param spent what was spent or is reserved
    /// @param next the most the step may take
    default boolean allows(Spend spent, Spend next) {
        return measured() ? fraction(spent) < 1 : fraction(spent.plus(next)) <= 1;
    }

    /// Whether it depends on a clock, so that two equal runs may end at different points.
    boolean measured();

    record Evaluations(long count) implements Limit {
        public Evaluations {
            positive(count, "evaluations");
        }

        @Override
        public double fraction(Spend spent) {
            return (double) spent.evaluations() / count;
        }

        @Override
        public boolean measured() {
            return false;
        }

        @Override
        public String toString() {
            return count + " evaluations";
        }
    }

    record Wall(Duration time) implements Limit {
        public Wall {
            positive(time.toMillis(), "milliseconds");
        }

        @Override
        public double fraction(Spend spent) {
            return (double) spent.wall().toMillis() / time.toMillis();
        }

        @Override
        public boolean measured() {
            return true;
        }

        @Override
        public String toString() {
            return seconds(time) + " s";
        }
    }

    record Cpu(Duration time) implements Limit {
        public Cpu {
            positive(time.toMillis(), "milliseconds");
        }

        @Override
        public double fraction(Spend spent) {
            return (double) spent.cpu().toMillis() / time.toMillis();
        }

        @Override
        public boolean measured() {
            return true;
        }

        @Override
        public String toString() {
            return seconds(time) + " CPU s";
        }
    }

    record Money(Usd amount) implements Limit {
        public Money {
            positive(amount.amount().signum(), "USD");
        }

        @Override
        public double fraction(Spend spent) {
            return spent.models().most().amount().doubleValue() / amount.amount().doubleValue();
        }

        @Override
        public boolean allows(Spend spent, Spend next) {
            return spent.models().most().plus(next.models().most()).compareTo(amount) <= 0;
        }

        @Override
        public boolean measured() {
            return false;
        }

        @Override
        public String toString() {
            return amount.toString();
        }
    }

    record Tokens(long count) implements Limit {
        public Tokens {
            positive(count, "tokens");
        }

        @Override
        public double fraction(Spend spent) {
            return (double) spent.tokens() / count;
        }

        @Override
        public boolean measured() {
            return false;
        }

        @Override
        public String toString() {
            return count + " tokens";
        }
    }

    private static void positive(long amount, String unit) {
        if (amount <= 0) {
            throw new IllegalArgumentException("a limit is more than 0 " + unit);
        }
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
