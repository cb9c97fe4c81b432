import jobs.Rule;

/// Divides by zero.
public final class Dispatch implements Rule {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(double duration, double weight, double due, double now) {
        return 1 / (int) (duration - duration);
    }
    // EVOLVE-BLOCK-END
}
