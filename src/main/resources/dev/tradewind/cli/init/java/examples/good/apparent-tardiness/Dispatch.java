import jobs.Rule;

/// Decides which job comes next.
public final class Dispatch implements Rule {

    // EVOLVE-BLOCK-START
    // Weight over duration, discounted while there is time left (Vepsalainen and Morton, 1987).
    @Override
    public double priority(double duration, double weight, double due, double now) {
        double slack = Math.max(0, due - duration - now);
        return weight / duration * Math.exp(-slack / 100);
    }
    // EVOLVE-BLOCK-END
}
