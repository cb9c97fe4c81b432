package dev.tradewind.evolution;

import dev.tradewind.archive.Elite;
import dev.tradewind.archive.Preference;
import dev.tradewind.evaluation.Breakdown;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Signature;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Descent;
import dev.tradewind.program.Program;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// A deceptive problem without a compiler: a program is a text of bits in blocks of [#BLOCK]. A
/// block of ones is worth most, but every step towards it lowers the score until it is complete
/// (trap function: Deb and Goldberg, 1993).
final class Trap {

    static final Objective WORTH = Objective.maximise("worth", "1");

    private static final int BLOCK = 3;
    private static final int BLOCKS = 4;
    private static final Check NOT_DUE = new Check.NotValidated();

    private Trap() {}

    /// What all zeros are worth, where a search starts and is stuck.
    static double deceptive() {
        return BLOCKS * (BLOCK - 1.0);
    }

    /// What all ones are worth.
    static double optimal() {
        return BLOCKS * BLOCK;
    }

    /// The best value found with so many flights.
    static double searched(EvolutionSettings settings, long seed, int flights) {
        Elite start = elite(0, "0".repeat(BLOCK * BLOCKS));
        var archipelago =
                new Archipelago(
                        settings, Preference.of(WORTH), new Champion(start, start.training()));
        for (long flight = 1; flight <= flights; flight++) {
            RandomGenerator random = Streams.generator(Streams.stream(seed, "trap", flight));
            Parents parents = archipelago.parents(random);
            Elite child = elite(flight, child(parents.elites(), random));
            boolean due =
                    child.training().first()
                            >= archipelago.bar(parents.island()).scores().getFirst().first();
            archipelago.settle(
                    parents.island(), child, due ? new Check.Validated(child.training()) : NOT_DUE);
        }
        return archipelago.champion().validation().first();
    }

    /// Each bit from either parent, one bit flipped.
    private static String child(List<Elite> parents, RandomGenerator random) {
        String mother = text(parents.getFirst());
        String father = text(parents.getLast());
        char[] bits = mother.toCharArray();
        int cut = random.nextInt(bits.length);
        father.getChars(cut, bits.length, bits, cut);
        int flipped = random.nextInt(bits.length);
        bits[flipped] = bits[flipped] == '0' ? '1' : '0';
        return new String(bits);
    }

    private static Elite elite(long flight, String bits) {
        int[] ones = new int[BLOCKS];
        for (int at = 0; at < bits.length(); at++) {
            ones[at / BLOCK] += bits.charAt(at) - '0';
        }
        double worth = Arrays.stream(ones).mapToDouble(Trap::worth).sum();
        return new Elite(
                flight,
                Candidate.of(Program.of("bits", bits), Descent.seed()),
                Scores.of(worth),
                new Signature(Arrays.hashCode(ones)),
                Breakdown.NONE);
    }

    private static double worth(int ones) {
        return ones == BLOCK ? BLOCK : BLOCK - 1.0 - ones;
    }

    private static String text(Elite elite) {
        return elite.candidate().program().text("bits");
    }
}
