import packing.PerBinRule;

/// Divides by zero for items that fit exactly.
public final class Heuristic implements PerBinRule {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int item, int remaining, int capacity) {
        return item / (remaining - item);
    }
    // EVOLVE-BLOCK-END
}
