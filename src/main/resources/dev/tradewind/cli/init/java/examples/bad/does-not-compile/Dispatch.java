import jobs.Rule;

/// Names something that is not there.
public final class Dispatch implements Rule {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(double duration, double weight, double due, double now) {
        return deadline - now;
    }
    // EVOLVE-BLOCK-END
}
