import caps.Priority;

/// The logarithm of a negative number is not a number.
public final class Heuristic implements Priority {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int[] vector, int n) {
        return Math.log(vector[0] - 1);
    }
    // EVOLVE-BLOCK-END
}
