package schedule;

/// What a candidate is: a rule that chooses a schedule for a shape.
public interface Chooser {

    /// The schedule of C = A B for A of m x k and B of k x n, floats, row by row.
    ///
    /// Asked twice for each shape, each time on a fresh object. The answer must follow from the
    /// arguments alone.
    ///
    /// @param m rows of A and C, at least 1
    /// @param n columns of B and C, at least 1
    /// @param k columns of A, rows of B, at least 1
    /// @param cache of the core that will run it
    Schedule choose(int m, int n, int k, Cache cache);
}
