import caps.Priority;

/// Says which vectors to take first. The search starts from counting: vectors with many zeros.
public final class Heuristic implements Priority {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int[] vector, int n) {
        double score = 0;
        for (int at = 0; at < n; at++) {
            score += vector[at] == 0 ? 1 : 0;
        }
        return score;
    }
    // EVOLVE-BLOCK-END
}
