import jobs.Rule;

/// The job that gains most for each moment it takes.
public final class Dispatch implements Rule {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(double duration, double weight, double due, double now) {
        return weight / duration;
    }
    // EVOLVE-BLOCK-END
}
