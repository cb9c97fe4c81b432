import packing.PerBinRule;

/// Names a variable that is not there.
public final class Heuristic implements PerBinRule {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int item, int remaining, int capacity) {
        return item - left;
    }
    // EVOLVE-BLOCK-END
}
