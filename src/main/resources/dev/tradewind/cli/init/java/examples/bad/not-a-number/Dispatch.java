import jobs.Rule;

/// The square root of a negative number is not a number.
public final class Dispatch implements Rule {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(double duration, double weight, double due, double now) {
        return Math.sqrt(-duration);
    }
    // EVOLVE-BLOCK-END
}
