import jobs.Rule;

/// Decides which job comes next.
public final class Dispatch implements Rule {

    // EVOLVE-BLOCK-START
    // Divides by zero.
    @Override
    public double priority(double duration, double weight, double due, double now) {
        return 1 / (int) (duration - duration);
    }
    // EVOLVE-BLOCK-END
}
