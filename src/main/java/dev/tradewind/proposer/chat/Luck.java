package dev.tradewind.proposer.chat;

import org.apache.commons.math3.random.AbstractRandomGenerator;

import java.util.random.RandomGenerator;

/// Randomness as Commons Math wants it.
final class Luck extends AbstractRandomGenerator {

    private final RandomGenerator random;

    Luck(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public double nextDouble() {
        return random.nextDouble();
    }

    @Override
    public void setSeed(long seed) {
        throw new UnsupportedOperationException("the seed is the run's");
    }
}
