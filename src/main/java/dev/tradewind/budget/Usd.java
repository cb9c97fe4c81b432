package dev.tradewind.budget;

import java.math.BigDecimal;

/// An exact amount of United States dollars, never negative.
public record Usd(BigDecimal amount) implements Comparable<Usd> {

    public static final Usd ZERO = new Usd(BigDecimal.ZERO);

    public Usd {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("money is not negative: " + amount);
        }
        amount = amount.stripTrailingZeros();
    }

    public Usd plus(Usd other) {
        return new Usd(amount.add(other.amount));
    }

    /// What is left without a part of it.
    ///
    /// @throws IllegalArgumentException when the part is larger
    public Usd minus(Usd other) {
        return new Usd(amount.subtract(other.amount));
    }

    @Override
    public int compareTo(Usd other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " USD";
    }
}
