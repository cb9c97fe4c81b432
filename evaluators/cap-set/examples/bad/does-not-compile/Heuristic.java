import caps.Priority;

/// Names a variable that is not there.
public final class Heuristic implements Priority {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int[] vector, int n) {
        return vectors[0];
    }
    // EVOLVE-BLOCK-END
}
