package caps;

/// What a candidate is: a rule that says which vectors to take first, FunSearch's own form.
///
/// A rule must be a pure function of its arguments. It is asked once for each vector, before any is
/// taken.
public interface Priority {

    /// The priority of a vector: any number or an infinity; NaN is an invalid answer.
    ///
    /// @param vector its entries, each 0, 1 or 2; a copy, change it at will
    /// @param n number of entries
    double priority(int[] vector, int n);
}
