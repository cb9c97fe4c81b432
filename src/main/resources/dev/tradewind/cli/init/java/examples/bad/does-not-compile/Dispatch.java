import jobs.Rule;

/// Decides which job comes next.
public final class Dispatch implements Rule {

    // EVOLVE-BLOCK-START
    // Names something that is not there.
    @Override
    public double priority(double duration, double weight, double due, double now) {
        return deadline - now;
    }
    // EVOLVE-BLOCK-END
}
