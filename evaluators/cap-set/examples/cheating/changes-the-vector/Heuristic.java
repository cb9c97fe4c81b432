import caps.Priority;

/// Changes what it was shown. It is a copy, and the vectors taken are checked.
public final class Heuristic implements Priority {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int[] vector, int n) {
        for (int at = 0; at < n; at++) {
            vector[at] = 2 - vector[at];
        }
        return vector[0];
    }
    // EVOLVE-BLOCK-END
}
