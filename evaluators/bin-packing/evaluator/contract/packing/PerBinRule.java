package packing;

/// What a candidate is: a rule that scores one bin for one item, looking at nothing else.
///
/// The item goes to the bin with the highest score among those it fits in, still-empty bins
/// included; of equal scores the bin opened first wins.
///
/// A rule must be a pure function of its arguments. It is asked once for each combination and the
/// answer is kept.
public interface PerBinRule {

    /// The score of a bin for an item: any number or an infinity; NaN is an invalid answer.
    ///
    /// @param item size of the item, 1 to `remaining`
    /// @param remaining room left in the bin, `capacity` when it is still empty
    /// @param capacity of every bin
    double priority(int item, int remaining, int capacity);
}
