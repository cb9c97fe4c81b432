import caps.Priority;

/// Never comes to an end.
public final class Heuristic implements Priority {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int[] vector, int n) {
        int left = n;
        while (left >= 0) {
            left ^= 1;
        }
        return left;
    }
    // EVOLVE-BLOCK-END
}
