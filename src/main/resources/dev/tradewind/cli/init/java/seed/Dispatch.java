import jobs.Rule;

/// Decides which job comes next.
public final class Dispatch implements Rule {

    // EVOLVE-BLOCK-START
    // The job that is due first.
    @Override
    public double priority(double duration, double weight, double due, double now) {
        return -due;
    }
    // EVOLVE-BLOCK-END
}
