package dev.tradewind.journal;

/// The record of a run that is being written. Owned by one thread.
///
/// An I/O fault is a [JournalException], after which nothing more can be recorded; what was
/// committed before it is safe.
public interface Journal extends RunRecord {

    /// Records that a flight starts.
    ///
    /// @throws IllegalStateException when it has started before
    void append(Plan plan);

    /// Records what a flight's rung was chosen by.
    ///
    /// @throws IllegalStateException when its plan is not recorded
    void append(Decision decision);

    /// Records what a flight under way said to a language model and heard from it.
    ///
    /// @throws IllegalStateException when its plan is not recorded
    void append(Placed exchange);

    /// Records how a flight ended, and its plan unless that was recorded when it started.
    ///
    /// @throws IllegalStateException when the flight has landed before
    void append(Landing landing);

    /// Records what a landed flight changed.
    ///
    /// @throws IllegalStateException when the flight has settled before, has not landed, or the
    ///   settlement is not the next one in its line's order
    void append(Settlement settlement);

    /// Records something that happened around the search.
    void append(Note note);

    /// Makes everything appended so far survive the death of this process. Cheap when called for a
    /// batch, free when there is nothing new.
    void commit();

    /// Commits, and lets another process write.
    @Override
    void close();
}
