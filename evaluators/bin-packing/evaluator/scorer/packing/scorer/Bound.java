package packing.scorer;

import packing.Instance;

/// How few bins there can be.
final class Bound {

    private Bound() {}

    /// The bound L1: sum of sizes over capacity, rounded up.
    static long of(Instance instance) {
        return of(instance.capacity(), instance.items());
    }

    static long of(int capacity, int[] items) {
        long sum = 0;
        for (int item : items) {
            sum += item;
        }
        return Math.ceilDiv(sum, (long) capacity);
    }
}
