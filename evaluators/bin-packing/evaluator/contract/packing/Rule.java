package packing;

/// The wider form of a candidate, FunSearch's own: a rule that scores all bins at once, so that it
/// may look at neighbours. [PerBinRule] is enough for most ideas and far quicker.
///
/// A fresh object is made for each instance.
public interface Rule {

    /// The scores of the bins an item fits in. The item goes to the highest; of equal scores the
    /// first wins.
    ///
    /// @param item size of the item
    /// @param bins room left in each bin the item fits in, in the order they were opened, the last
    ///   two still empty (the last one only, for the last item of all); a copy, change it at will
    /// @return one number or infinity for each bin; NaN is an invalid answer
    double[] priority(int item, int[] bins);
}
