package dev.tradewind.journal;

import dev.tradewind.budget.Spend;
import dev.tradewind.proposer.Exchange;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/// What is recorded of a run, finished or going on. Owned by one thread.
///
/// Streams are lazy, hold a few hundred rows at a time, need no closing, and show what had been
/// recorded when they were asked for.
public interface RunRecord extends AutoCloseable {

    RunHeader header();

    /// Highest number of a flight that was planned; 0 when there is none.
    long lastPlanned(Line line);

    /// The plan of a flight, landed or not, or null when there is none.
    @Nullable Plan plan(Line line, long flight);

    /// How many flights have settled.
    long lastSettled(Line line);

    /// The landing of a flight, or null when it has not landed.
    @Nullable Landing landing(Line line, long flight);

    /// What the rung of a flight was chosen by, or null when nothing was believed.
    @Nullable Decision decision(Line line, long flight);

    /// Every decision of a line, by number of flight.
    Stream<Decision> decisions(Line line);

    /// What a flight said to language models and heard from them, in order.
    List<Exchange> exchanges(Line line, long flight);

    /// Every exchange of a line, by flight and turn.
    Stream<Placed> exchanges(Line line);

    /// The settlement with this place in the order of settling, or null.
    @Nullable Settlement settlement(Line line, long order);

    /// Every landing, settled or not, by number of flight.
    Stream<Landing> landings(Line line);

    /// Every settlement, in the order of settling.
    Stream<Settlement> settlements(Line line);

    /// The flight a user means by `412`, `#412` or the beginning of a program's id. Numbers are
    /// those of the search; of several flights with one program the one that was kept is meant.
    Found find(String asked);

    /// Every flight whose candidate became the best of its line, with several objectives a member
    /// of its front, in order of settling, with its place on the axis of evaluations: the curve of
    /// the best so far.
    List<Improvement> champions(Line line);

    /// The best settled flights of the search by their standing on validation, those never
    /// validated after them by training: with one objective by value, with several front by front,
    /// the ends of a front first. Among equals the shorter program, then the earlier flight, comes
    /// first.
    List<Flight> top(int count);

    /// What became of the settled flights.
    Tallies tallies(Line line);

    /// Evaluations and their processor time over all landings, and clock time of all sessions, in
    /// each up to the last landing.
    Spend spend(Line line);

    /// What the landed flights of each rung cost, without clock time, by name of the rung.
    SortedMap<String, Spend> spendByRung(Line line);

    /// What came of the landed flights of each rung, by name of the rung.
    SortedMap<String, FlightTally> rungTallies(Line line);

    /// What came of the landed flights a language model was asked with each prompt for, by name of
    /// the prompt.
    SortedMap<String, FlightTally> promptTallies(Line line);

    /// What a flight of the search and all flights its program descends from cost together, each
    /// counted once.
    Spend spendOnDescent(long flight);

    /// Bytes that all texts said to language models and heard from them take, packed as they are.
    long saidBytes();

    /// What happened around the search, in order.
    List<Note> notes();

    /// SHA-256, 64 hex digits, over everything that was decided: task, plan hash, seed, objectives,
    /// plans, proposals, evaluations, exchanges, settlements. Landing order, versions, texts for
    /// people and everything measured stay out. The view `content` in the file gives the same
    /// lines, for looking at where two runs part.
    String contentDigest();

    @Override
    void close();
}
