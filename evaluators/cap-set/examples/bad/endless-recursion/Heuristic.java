import caps.Priority;

/// Calls itself for ever.
public final class Heuristic implements Priority {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int[] vector, int n) {
        return 1 + priority(vector, n);
    }
    // EVOLVE-BLOCK-END
}
