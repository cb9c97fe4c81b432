package dev.tradewind.cli;

import dev.tradewind.archive.ParetoFront;
import dev.tradewind.archive.Preference;
import dev.tradewind.archive.Reference;
import dev.tradewind.budget.Spend;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evolution.Fronts;
import dev.tradewind.journal.Flight;
import dev.tradewind.journal.Found;
import dev.tradewind.journal.Improvement;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.RunRecord;
import dev.tradewind.journal.SqliteJournal;
import dev.tradewind.program.Candidate;
import dev.tradewind.proposer.Exchange;
import dev.tradewind.report.Cost;
import dev.tradewind.report.RunDocument;
import dev.tradewind.report.RunFolder;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A run, finished or going on, opened to be looked at.
record OpenRun(RunFolder folder, RunRecord record) implements AutoCloseable {

    private static final String SEED = "#?0|seed";

    /// @throws UsageException when it has not begun
    static OpenRun of(RunFolder folder) {
        if (!Files.exists(folder.journal())) {
            throw new UsageException(folder.path() + " has not begun: it has no journal yet.");
        }
        return new OpenRun(folder, SqliteJournal.read(folder.journal()));
    }

    String name() {
        return folder.path().toString();
    }

    List<Objective> objectives() {
        return record.header().objectives();
    }

    /// @param asked a flight such as `#412`, the beginning of an id, or `seed`
    /// @throws UsageException when nothing, or more than one thing, can be meant
    Recorded find(String asked) {
        if (asked.matches(SEED)) {
            return start();
        }
        return switch (record.find(asked)) {
            case Found.One(Flight flight) -> new Recorded.Flown(flight);
            case Found.Unclear(String problem, List<String> _) ->
                    throw new UsageException("%s: %s.".formatted(name(), problem));
        };
    }

    ScoreText words() {
        return new ScoreText(objectives(), record.header().measures());
    }

    /// The best program so far; the seed until something better was found.
    Recorded best() {
        return front().first().program();
    }

    /// The programs so far that no other is preferred to on validation, the best in the first
    /// objective first, and what they cover: with one objective the best program alone.
    ParetoFront<Ranked> front() {
        Preference preference = record.header().preference();
        List<Scores> seed = record.header().seedScores();
        List<Ranked> ranked = new ArrayList<>();
        seed.stream()
                .skip(1)
                .forEach(held -> ranked.add(new Ranked(start(), seed.getFirst(), held)));
        record.champions(Line.SEARCH).forEach(step -> ranked.addAll(Ranked.of(step.flight())));
        if (ranked.isEmpty()) {
            ranked.add(Ranked.unknown(start(), objectives().size()));
        }
        Reference reference = Reference.of(preference, ranked.getFirst().validation());
        var kind = new ParetoFront.Kind<>(preference, Ranked::validation, Ranked.order(preference));
        ParetoFront<Ranked> front = new ParetoFront<>(kind, reference, Fronts.CAPACITY);
        ranked.forEach(front::offer);
        return front;
    }

    List<Recorded> top(int count) {
        return record.top(count).stream().<Recorded>map(Recorded.Flown::new).toList();
    }

    /// From a program to its first parent and so on, the program itself first, the seed last.
    List<Recorded> descent(Recorded from) {
        List<Recorded> descent = new ArrayList<>(List.of(from));
        while (!descent.getLast().parents().isEmpty()) {
            Line line =
                    from instanceof Recorded.Flown(Flight flight)
                            ? flight.landing().plan().line()
                            : Line.SEARCH;
            descent.add(flown(line, descent.getLast().parents().getFirst()));
        }
        return descent;
    }

    /// What a flight said to language models and heard from them, in order.
    List<Exchange> exchanges(Recorded program) {
        return program instanceof Recorded.Flown(Flight flight)
                ? record.exchanges(flight.landing().plan().line(), flight.number())
                : List.of();
    }

    /// What a flight cost by itself; nothing for the seed.
    Cost cost(Recorded program) {
        return Cost.of(
                program instanceof Recorded.Flown(Flight flight)
                        ? flight.landing().spend()
                        : Spend.NONE);
    }

    /// What a flight and all those its program descends from cost together. The random programs
    /// descend from nothing that cost anything beside themselves.
    Cost descentCost(Recorded program) {
        return program instanceof Recorded.Flown(Flight flight)
                        && flight.landing().plan().line() == Line.SEARCH
                ? Cost.of(record.spendOnDescent(flight.number()))
                : cost(program);
    }

    /// How many programs had been evaluated when this one became the best; empty when it never did.
    OptionalLong evaluationsWhenBest(Recorded program) {
        return record.champions(Line.SEARCH).stream()
                .filter(one -> one.flight().number() == program.number())
                .mapToLong(Improvement::evaluations)
                .findFirst();
    }

    /// What the run's report says of its best program, when it is this one.
    Optional<RunDocument> reported(Recorded program) {
        if (!Files.exists(folder.outcome())) {
            return Optional.empty();
        }
        RunDocument document = RunDocument.read(folder.outcome());
        RunDocument.Best best = document.best();
        return best != null
                        && program.candidate()
                                .filter(one -> one.id().hex().startsWith(best.id()))
                                .isPresent()
                ? Optional.of(document)
                : Optional.empty();
    }

    /// The best program's values on the test sets, once they are known.
    Map<String, Double> test(Recorded program) {
        return reported(program).map(RunDocument::test).orElse(Map.of());
    }

    private Recorded start() {
        return new Recorded.Start(Candidate.seed(record.header().start()));
    }

    private Recorded flown(Line line, long flight) {
        Landing landing = flight == 0 ? null : record.landing(line, flight);
        return landing == null ? start() : new Recorded.Flown(new Flight(landing, null));
    }

    @Override
    public void close() {
        record.close();
    }
}
