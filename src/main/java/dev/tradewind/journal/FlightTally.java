package dev.tradewind.journal;

import dev.tradewind.budget.Spend;

/// What came of some of a line's landed flights, counted.
///
/// @param programs that brought a program, fit to run or not
/// @param scored whose program has a score on training
/// @param kept settled as the first of their cluster: they did something no program did before
/// @param champions that became the best of their line when they settled
/// @param spend without clock time
public record FlightTally(
        long flights, long programs, long scored, long kept, long champions, Spend spend) {

    public static final FlightTally NONE = new FlightTally(0, 0, 0, 0, 0, Spend.NONE);

    public FlightTally plus(FlightTally other) {
        return new FlightTally(
                flights + other.flights,
                programs + other.programs,
                scored + other.scored,
                kept + other.kept,
                champions + other.champions,
                spend.plus(other.spend));
    }
}
