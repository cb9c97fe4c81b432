import caps.Priority;

/// No preference: the order of equal priorities alone decides, which gives 2 to the power of n.
public final class Heuristic implements Priority {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int[] vector, int n) {
        return 0;
    }
    // EVOLVE-BLOCK-END
}
