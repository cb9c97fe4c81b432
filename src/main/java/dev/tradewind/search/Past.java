package dev.tradewind.search;

import dev.tradewind.journal.Decision;
import dev.tradewind.journal.Journal;
import dev.tradewind.journal.JournalException;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.Note;
import dev.tradewind.journal.Placed;
import dev.tradewind.journal.Plan;
import dev.tradewind.journal.RunRecord;
import dev.tradewind.journal.Settlement;
import dev.tradewind.proposer.Exchange;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What earlier sessions of this run recorded on one line, and the only writer of what this one
/// adds. While the loop goes through recorded flights again, each of its decisions is held against
/// the record.
final class Past implements Flights.Log {

    private final Journal journal;
    private final Line line;
    private final @Nullable RunRecord guide;
    private final Progress progress;
    private final long lastPlanned;
    private final long lastSettled;

    /// @param guide another run to be followed decision by decision; null for none
    /// @param progress hears of notes
    Past(Journal journal, Line line, @Nullable RunRecord guide, Progress progress) {
        this.progress = progress;
        this.journal = journal;
        this.line = line;
        this.guide = guide;
        this.lastPlanned = journal.lastPlanned(line);
        this.lastSettled = journal.lastSettled(line);
    }

    /// Whether another run is followed; then no flight goes beyond its last.
    boolean guided() {
        return guide != null;
    }

    /// Highest number of a plan this run has recorded; 0 when there is none.
    long lastOwn() {
        return lastPlanned;
    }

    /// Highest number of a plan to be followed, recorded by this run or its guide; 0 when there is
    /// none.
    long lastPlanned() {
        return guide == null ? lastPlanned : Math.max(lastPlanned, guide.lastPlanned(line));
    }

    /// The plan to be followed.
    Plan plan(long flight) {
        Plan plan = flight <= lastPlanned ? journal.plan(line, flight) : guided(flight);
        if (plan == null) {
            throw mismatch("flight " + flight + " was left out");
        }
        return plan;
    }

    private @Nullable Plan guided(long flight) {
        return guide == null ? null : guide.plan(line, flight);
    }

    /// Records that a flight starts, or holds its plan against the record.
    ///
    /// @throws JournalException when the record shows another plan
    void planned(Plan plan) {
        if (plan.flight() <= lastPlanned() && !plan.equals(plan(plan.flight()))) {
            throw mismatch("flight " + plan.flight() + " was planned differently");
        }
        if (plan.flight() > lastPlanned) {
            journal.append(plan);
            copyDecision(plan.flight());
        }
    }

    /// What a followed run believed then is believed once more.
    private void copyDecision(long flight) {
        Decision decision = guide == null ? null : guide.decision(line, flight);
        if (decision != null) {
            journal.append(decision);
        }
    }

    /// Records what a flight's rung was chosen by.
    void decided(Decision decision) {
        journal.append(decision);
    }

    /// The recorded landing of a flight; null when it was in the air at the end.
    @Nullable Landing landing(long flight) {
        return flight <= lastPlanned ? journal.landing(line, flight) : null;
    }

    /// What a flight in the air at the end had been answered.
    List<Exchange> exchanges(long flight) {
        return flight <= lastPlanned ? journal.exchanges(line, flight) : List.of();
    }

    @Override
    public void append(Landing landing) {
        journal.append(landing);
    }

    @Override
    public void append(Placed exchange) {
        journal.append(exchange);
    }

    @Override
    public void append(Note note) {
        journal.append(note);
        progress.message(note.text());
    }

    @Override
    public void commit() {
        journal.commit();
    }

    /// Records a settlement, or holds it against the record.
    ///
    /// @throws JournalException when the record shows another one
    void settled(Settlement settlement) {
        if (settlement.order() > lastSettled) {
            journal.append(settlement);
        } else if (!settlement.equals(journal.settlement(line, settlement.order()))) {
            throw mismatch("flight " + settlement.flight() + " settled differently");
        }
    }

    private static JournalException mismatch(String what) {
        return new JournalException(
                "the journal cannot be continued: "
                        + what
                        + " when it was written. Maybe it was written by another version of"
                        + " tradewind; start a new run instead");
    }
}
