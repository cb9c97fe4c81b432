import packing.PerBinRule;

/// Looks for a way into the harness.
public final class Heuristic implements PerBinRule {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int item, int remaining, int capacity) {
        return getClass().getDeclaredFields().length;
    }
    // EVOLVE-BLOCK-END
}
