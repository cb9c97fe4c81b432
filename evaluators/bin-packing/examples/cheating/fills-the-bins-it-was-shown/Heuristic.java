import packing.Rule;

/// Pretends that bins have more room than they do. It changes a copy, and the packing is checked.
public final class Heuristic implements Rule {

    // EVOLVE-BLOCK-START
    @Override
    public double[] priority(int item, int[] bins) {
        double[] scores = new double[bins.length];
        for (int at = 0; at < bins.length; at++) {
            scores[at] = item - bins[at];
            bins[at] = 1_000_000;
        }
        return scores;
    }
    // EVOLVE-BLOCK-END
}
