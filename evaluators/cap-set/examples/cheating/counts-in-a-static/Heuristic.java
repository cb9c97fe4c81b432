import caps.Priority;

/// Carries what it saw from one call to the next.
public final class Heuristic implements Priority {

    // EVOLVE-BLOCK-START
    private static int calls;

    @Override
    public double priority(int[] vector, int n) {
        return calls++ % 7;
    }
    // EVOLVE-BLOCK-END
}
