import jobs.Rule;

/// Decides which job comes next.
public final class Dispatch implements Rule {

    // EVOLVE-BLOCK-START
    // Never comes to an end.
    @Override
    public double priority(double duration, double weight, double due, double now) {
        double left = due;
        while (left < Double.POSITIVE_INFINITY) {
            left = Math.min(left + 1, due);
        }
        return left;
    }
    // EVOLVE-BLOCK-END
}
