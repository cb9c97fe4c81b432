package dev.tradewind.sandbox;

/// Counts the steps of instrumented candidate code in a child process, and stops it when they are
/// used up: deterministically, on every machine after the same step.
///
/// The code the guard inserts reads
///
///     if (--Fuel.left < 0) Fuel.refill();
///
/// at loop back-edges and method entries, and passes the length of every new array through [#array].
/// The counter is an `int`, the cheapest thing to decrement; the budget behind it is a `long`.
///
/// One candidate runs at a time, on one thread; whoever starts it calls [#start] before and asks
/// [#exhausted] after every call, whatever the call returned: a `finally` block with a `break` can
/// swallow the error, but not the answer.
public final class Fuel {

    /// Longest array a candidate may make, in elements: a single request can not outrun the heap.
    public static final int LONGEST_ARRAY = 4 << 20;

    /// Steps granted at once. Where the budget is not larger, only the first call of [#refill]
    /// returns.
    public static final int SLICE = 1 << 30;

    private static final int ELEMENTS_PER_STEP = 8;

    /// Made ahead, without a stack trace: running out must not need memory.
    @SuppressWarnings("StaticAssignmentOfThrowable")
    private static final Exhausted EXHAUSTED = new Exhausted();

    /// Steps until the next call of [#refill]. Written by instrumented code, hence public.
    public static int left;

    private static long granted;
    private static long reserve;
    private static boolean exhausted;

    private Fuel() {}

    /// Thrown in a candidate that has used up its steps, and at each further step it takes.
    public static final class Exhausted extends Error {

        private static final long serialVersionUID = 1L;

        private Exhausted() {
            super("out of fuel", null, false, false);
        }
    }

    /// Grants steps for the calls that follow and forgets whatever went before.
    ///
    /// @param steps 0 or more
    public static void start(long steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("steps are not negative: " + steps);
        }
        granted = steps;
        reserve = steps;
        left = 0;
        exhausted = false;
    }

    /// Called by instrumented code when [#left] has fallen below zero.
    public static void refill() {
        while (left < 0 && reserve > 0) {
            int slice = (int) Math.min(SLICE, reserve);
            reserve -= slice;
            left += slice;
        }
        if (left < 0) {
            throw exhaust();
        }
    }

    /// Charges for a new array and returns its length unchanged, negative lengths too.
    public static int array(int length) {
        if (length > LONGEST_ARRAY) {
            throw exhaust();
        }
        left -= Math.max(length, 0) / ELEMENTS_PER_STEP + 1;
        if (left < 0) {
            refill();
        }
        return length;
    }

    /// Whether the steps granted were used up, or an array was too long.
    public static boolean exhausted() {
        return exhausted;
    }

    /// Steps used since [#start]; all of them once exhausted.
    public static long spent() {
        return exhausted ? granted : granted - reserve - left;
    }

    private static Exhausted exhaust() {
        exhausted = true;
        reserve = 0;
        left = 0;
        return EXHAUSTED;
    }
}
