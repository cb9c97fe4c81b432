import caps.Priority;

/// Looks beyond the last entry.
public final class Heuristic implements Priority {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int[] vector, int n) {
        return vector[n];
    }
    // EVOLVE-BLOCK-END
}
