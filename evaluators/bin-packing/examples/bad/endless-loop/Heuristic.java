import packing.PerBinRule;

/// Never comes to an end.
public final class Heuristic implements PerBinRule {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int item, int remaining, int capacity) {
        int left = remaining;
        while (left >= 0) {
            left ^= 1;
        }
        return left;
    }
    // EVOLVE-BLOCK-END
}
