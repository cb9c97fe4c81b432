package dev.tradewind.evolution;

import com.carrotsearch.hppc.BitMixer;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Splits a run's seed into independent streams of randomness, one per purpose and flight, so that
/// a flight's luck depends on its number alone: not on other flights, on threads, or on a resume.
public final class Streams {

    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private Streams() {}

    /// The seed of one stream. Different flights of one purpose always have different ones.
    ///
    /// @param seed of the run
    /// @param purpose what the randomness is for, such as `search parents`
    public static long stream(long seed, String purpose, long flight) {
        long base = BitMixer.mix64(BitMixer.mix64(seed) + purpose.hashCode());
        return BitMixer.mix64(base + flight);
    }

    /// A fresh generator at the start of a stream.
    public static RandomGenerator generator(long stream) {
        return FACTORY.create(stream);
    }
}
