import packing.PerBinRule;

/// First fit: all bins are alike, so the first wins.
public final class Heuristic implements PerBinRule {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int item, int remaining, int capacity) {
        return 0;
    }
    // EVOLVE-BLOCK-END
}
