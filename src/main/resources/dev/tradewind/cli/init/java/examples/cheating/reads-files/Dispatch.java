import jobs.Rule;

/// Looks for the jobs that are used to judge it.
public final class Dispatch implements Rule {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(double duration, double weight, double due, double now) {
        return new java.io.File("data").length();
    }
    // EVOLVE-BLOCK-END
}
