import jobs.Rule;

/// The job that is due first.
public final class Dispatch implements Rule {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(double duration, double weight, double due, double now) {
        return -due;
    }
    // EVOLVE-BLOCK-END
}
