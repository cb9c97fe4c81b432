import jobs.Rule;

/// Decides which job comes next.
public final class Dispatch implements Rule {

    // EVOLVE-BLOCK-START
    // The square root of a negative number is not a number.
    @Override
    public double priority(double duration, double weight, double due, double now) {
        return Math.sqrt(-duration);
    }
    // EVOLVE-BLOCK-END
}
