import packing.Rule;

/// Best fit in the wider form, which sees all bins at once.
public final class Heuristic implements Rule {

    // EVOLVE-BLOCK-START
    @Override
    public double[] priority(int item, int[] bins) {
        double[] scores = new double[bins.length];
        for (int at = 0; at < bins.length; at++) {
            scores[at] = item - bins[at];
        }
        return scores;
    }
    // EVOLVE-BLOCK-END
}
