package dev.tradewind.search;

import dev.tradewind.journal.Journal;
import dev.tradewind.journal.JournalException;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.Plan;
import dev.tradewind.journal.Settlement;

import java.util.List;

/// What earlier sessions of this run recorded on one line, and the only writer of what this one
/// adds. While the loop goes through recorded flights again, each of its decisions is held against
/// the record.
final class Past {

    private final Journal journal;
    private final Line line;
    private final long lastLanded;
    private final long lastSettled;

    Past(Journal journal, Line line) {
        this.journal = journal;
        this.line = line;
        this.lastLanded = journal.lastLanded(line);
        this.lastSettled = journal.lastSettled(line);
    }

    /// Highest number of a recorded flight; 0 when there is none.
    long lastLanded() {
        return lastLanded;
    }

    /// After how many settlements a flight was planned; 0 when its plan was lost with its session.
    long plannedAfter(long flight) {
        Landing landing = journal.landing(line, flight);
        return landing == null ? 0 : landing.plan().settledBefore();
    }

    boolean landed(long flight) {
        return flight <= lastLanded && journal.landing(line, flight) != null;
    }

    /// The recorded landing of a flight planned again now.
    ///
    /// @throws JournalException when the record shows another plan
    Landing landing(Plan plan) {
        Landing landing = journal.landing(line, plan.flight());
        if (landing == null || !landing.plan().equals(plan)) {
            throw mismatch("flight " + plan.flight() + " was planned differently");
        }
        return landing;
    }

    void append(List<Landing> landings) {
        landings.forEach(journal::append);
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
