import caps.Priority;

/// A cap set of 112 written down: of the vectors without a zero those with an even number of twos,
/// 32 of them, and of the vectors with three zeros those whose other places are one of ten blocks, 80
/// of them. Each two places lie in two of the blocks, a 2-(6, 3, 2) design. Only for dimension 6.
public final class Heuristic implements Priority {

    // EVOLVE-BLOCK-START
    private static final int[] BLOCKS = {7, 11, 21, 41, 49, 26, 38, 50, 28, 44};

    @Override
    public double priority(int[] vector, int n) {
        int places = 0;
        int twos = 0;
        for (int at = 0; at < n; at++) {
            places += vector[at] == 0 ? 0 : 1 << at;
            twos += vector[at] / 2;
        }
        if (places == 63) {
            return twos % 2 == 0 ? 1 : 0;
        }
        for (int block : BLOCKS) {
            if (places == block) {
                return 1;
            }
        }
        return 0;
    }
    // EVOLVE-BLOCK-END
}
