package packing.harness;

/// The bins of one instance while it is being packed.
interface Bins {

    /// Puts the next item where the rule wants it; the bin's number in the order of opening, from
    /// 0.
    int put(int item) throws InvalidAnswer;
}
