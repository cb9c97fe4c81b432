package caps;

/// All vectors of a dimension, in the order that decides between equal priorities.
///
/// A vector is written as one number: its entries are the digits to base 3, the first entry the
/// highest.
///
/// @param n entries of a vector, 1 or more
/// @param order every vector once; not to be changed
public record Instance(int n, int[] order) {

    private static final int BASE = 3;

    /// The entries of a vector.
    public static int[] entries(int vector, int n) {
        int[] entries = new int[n];
        int rest = vector;
        for (int at = n - 1; at >= 0; at--) {
            entries[at] = rest % BASE;
            rest /= BASE;
        }
        return entries;
    }

    /// The vector with these entries.
    public static int vector(int... entries) {
        int vector = 0;
        for (int entry : entries) {
            vector = vector * BASE + entry;
        }
        return vector;
    }

    /// The third vector on the line through two different ones, so that all three sum to zero.
    public static int third(int one, int other, int n) {
        int third = 0;
        int factor = 1;
        int left = one;
        int right = other;
        for (int at = 0; at < n; at++) {
            third += (2 * BASE - left % BASE - right % BASE) % BASE * factor;
            left /= BASE;
            right /= BASE;
            factor *= BASE;
        }
        return third;
    }
}
