import jobs.Rule;

/// Decides which job comes next.
public final class Dispatch implements Rule {

    // EVOLVE-BLOCK-START
    // The job that gains most for each moment it takes.
    @Override
    public double priority(double duration, double weight, double due, double now) {
        return weight / duration;
    }
    // EVOLVE-BLOCK-END
}
