import jobs.Rule;

/// Decides which job comes next.
public final class Dispatch implements Rule {

    // EVOLVE-BLOCK-START
    // Looks for the jobs that are used to judge it.
    @Override
    public double priority(double duration, double weight, double due, double now) {
        return new java.io.File("data").length();
    }
    // EVOLVE-BLOCK-END
}
