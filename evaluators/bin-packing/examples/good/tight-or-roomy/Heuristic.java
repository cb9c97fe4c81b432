import packing.PerBinRule;

/// Fills bins to the brim or leaves them room enough for one more item; in between only if need be.
public final class Heuristic implements PerBinRule {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int item, int remaining, int capacity) {
        int left = remaining - item;
        if (left <= 2) {
            return 3 - left;
        }
        return left >= 20 ? -1.0 / left : -left;
    }
    // EVOLVE-BLOCK-END
}
