import packing.PerBinRule;

/// The logarithm of a negative number is not a number.
public final class Heuristic implements PerBinRule {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int item, int remaining, int capacity) {
        return Math.log(item - remaining - 1);
    }
    // EVOLVE-BLOCK-END
}
