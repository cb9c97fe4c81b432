package dev.tradewind.search;

import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Ledger;
import dev.tradewind.budget.Spend;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.evaluation.EvaluatorFault;
import dev.tradewind.evolution.Archipelago;
import dev.tradewind.evolution.EvolutionSettings;
import dev.tradewind.journal.Journal;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.Note;
import dev.tradewind.journal.Settlement;
import dev.tradewind.proposer.breeding.RandomPrograms;
import dev.tradewind.search.Ladder.Step;
import dev.tradewind.search.Outcome.End;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// One process's part of a run, from opening the journal to the last figure: the search, as many
/// random programs, and the best programs on instances nothing was selected on.
final class Session {

    /// Random programs need no population: one island, whose champion they try to beat.
    private static final EvolutionSettings ONE_ISLAND =
            new EvolutionSettings(1, 2, Integer.MAX_VALUE, 0, 0);

    private final Campaign campaign;
    private final Assembly assembly;
    private final Journal journal;
    private final Watch watch;

    Session(Campaign campaign, Assembly assembly, Journal journal, Watch watch) {
        this.campaign = campaign;
        this.assembly = assembly;
        this.journal = journal;
        this.watch = watch;
        note(Note.Kind.SESSION_STARTED, "seed " + campaign.seed());
        note(Note.Kind.SANDBOX, assembly.isolation());
    }

    /// A search that has run.
    ///
    /// @param spend when it ended
    private record Leg(Search search, Spend spend) {}

    Outcome run(Seed seed) throws InterruptedException {
        try {
            Leg search = run(search(seed));
            List<Leg> random = compared(search) ? List.of(run(random(seed, search))) : List.of();
            note(Note.Kind.SESSION_ENDED, end(search).toString());
            return outcome(seed, search, random);
        } catch (EvaluatorFault fault) {
            note(Note.Kind.PAUSED, String.valueOf(fault.getMessage()));
            throw fault;
        }
    }

    private static Leg run(Search search) throws InterruptedException {
        search.run();
        return new Leg(search, search.spend());
    }

    private Search search(Seed seed) {
        var aim = new Search.Aim(Line.SEARCH, Phase.SEARCH, campaign.budget(), campaign.seed());
        Ladder ladder = new Ladder(new Proposers(campaign).steps());
        return new Search(aim, parts(aim, ladder, campaign.evolution(), seed), watch);
    }

    private boolean compared(Leg search) {
        return campaign.baseline() && !watch.stop().requested() && search.spend().evaluations() > 0;
    }

    /// As many evaluations as the search had.
    private Search random(Seed seed, Leg search) {
        Budget equal = Budget.evaluations(search.spend().evaluations());
        var aim = new Search.Aim(Line.RANDOM, Phase.BASELINE, equal, campaign.seed());
        Step random = Step.alone(new RandomPrograms(campaign.breeding()));
        Ladder ladder = new Ladder(List.of(random));
        return new Search(aim, parts(aim, ladder, ONE_ISLAND, seed), watch);
    }

    private Search.Parts parts(
            Search.Aim aim, Ladder ladder, EvolutionSettings settings, Seed seed) {
        Seen seen = seed.seen();
        return new Search.Parts(
                ladder,
                new Attempts(assembly, seen, ladder.prompted()),
                new Archipelago(settings, campaign.task().objective(), seed.champion()),
                new Flights(campaign.window(), order(aim.line())),
                new Past(journal, aim.line()),
                new Learned(aim.line(), seen, new Ledger(aim.budget(), clock(aim.line()))));
    }

    private SettlingOrder order(Line line) {
        return switch (campaign.order()) {
            case DETERMINISTIC -> new SettlingOrder.ByNumber();
            case EAGER ->
                    new SettlingOrder.AsTheyLand(
                            journal.settlements(line).map(Settlement::flight).iterator());
        };
    }

    /// Clock time of a line that goes on now, over all sessions.
    private Supplier<Duration> clock(Line line) {
        Duration before = journal.spend(line).wall();
        long started = System.nanoTime();
        return () -> before.plusNanos(System.nanoTime() - started);
    }

    private Outcome outcome(Seed seed, Leg search, List<Leg> random) {
        watch.progress().update(search.search().status(Phase.TEST));
        List<Examined> baselines =
                campaign.task().baselines().stream()
                        .map(known -> assembly.examine(known.name(), known.program()))
                        .toList();
        return new Outcome(
                end(search),
                seed.champion().validation(),
                examined(search),
                baselines,
                random.stream().map(this::examined).toList(),
                search.spend(),
                random.stream().map(Leg::spend).reduce(Spend.NONE, Spend::plus),
                search.search().counts(),
                journal.contentDigest());
    }

    private Examined examined(Leg leg) {
        var candidate = leg.search().champion().elite().candidate();
        return assembly.examine(candidate.id().hex(), candidate.program());
    }

    private End end(Leg search) {
        if (watch.stop().requested()) {
            return End.INTERRUPTED;
        }
        return search.search().counts().scored() == 0 ? End.NO_VALID_CANDIDATE : End.FINISHED;
    }

    private void note(Note.Kind kind, String text) {
        journal.append(new Note(Instant.now(), kind, text));
        journal.commit();
    }
}
