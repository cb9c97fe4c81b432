package packing;

/// Items that arrive one by one and are packed into bins of one size, never to be moved again.
///
/// @param capacity of every bin, 1 or more
/// @param items sizes in the order they arrive, each 1 to `capacity`; not to be changed
/// @param mostBins a packing that opens more bins than this is given up
public record Instance(int capacity, int[] items, int mostBins) {

    /// The value of `mostBins` when no packing is given up.
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    /// Size of the smallest item: a bin with less room left takes no part any more.
    public int smallest() {
        int smallest = capacity;
        for (int item : items) {
            smallest = Math.min(smallest, item);
        }
        return smallest;
    }
}
