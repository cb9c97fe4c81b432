package dev.tradewind.search;

import dev.tradewind.archive.Preference;
import dev.tradewind.archive.Reference;
import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Ledger;
import dev.tradewind.budget.Spend;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.Campaign.Until;
import dev.tradewind.evaluation.EvaluatorFault;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evolution.Archipelago;
import dev.tradewind.evolution.EvolutionSettings;
import dev.tradewind.journal.Journal;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.Note;
import dev.tradewind.journal.Placed;
import dev.tradewind.journal.RunRecord;
import dev.tradewind.journal.Settlement;
import dev.tradewind.law.allocation.Allocators;
import dev.tradewind.law.allocation.Contender;
import dev.tradewind.law.allocation.Policy;
import dev.tradewind.proposer.ProviderDown;
import dev.tradewind.proposer.ProviderRefused;
import dev.tradewind.proposer.Reply;
import dev.tradewind.proposer.chat.Listener;
import dev.tradewind.search.Outcome.End;

import org.jspecify.annotations.Nullable;

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

    /// What an evaluation in the air is given to end when the search does.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

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

    /// @param guide the run whose answers are given once more; null for none
    Outcome run(Seed seed, Answers answers, @Nullable RunRecord guide) throws InterruptedException {
        try {
            Replay replay = guide == null ? null : Replay.of(guide, campaign);
            Leg search = run(seed, answers, replay);
            List<Leg> random =
                    compared(search, replay)
                            ? List.of(run(random(seed, search, replay)))
                            : List.of();
            note(Note.Kind.SESSION_ENDED, end(search).toString());
            return outcome(seed, search, random, replay);
        } catch (EvaluatorFault | ProviderDown | ProviderRefused fault) {
            note(Note.Kind.PAUSED, String.valueOf(fault.getMessage()));
            throw fault;
        }
    }

    private Leg run(Seed seed, Answers answers, @Nullable Replay replay)
            throws InterruptedException {
        var aim =
                new Search.Aim(
                        Line.SEARCH,
                        Phase.SEARCH,
                        campaign.budget(),
                        campaign.until(),
                        campaign.seed());
        Flights flights = new Flights(campaign.window(), order(aim.line(), replay));
        Seen seen = seed.seen();
        try (Proposers proposers =
                new Proposers(
                        campaign,
                        assembly.task().lowering(),
                        new Screening(assembly, seen),
                        answers,
                        watch,
                        outages(flights),
                        this::answeredBefore)) {
            Contenders contenders = new Contenders(campaign, seed);
            Ladder ladder = ladder(proposers, contenders.list());
            Search.Parts parts =
                    new Search.Parts(
                            ladder,
                            new Attempts(assembly, seen, ladder.prompted()),
                            archipelago(campaign.evolution(), seed),
                            flights,
                            past(aim.line(), replay),
                            learned(aim, seen),
                            lessons(),
                            assessment(seed, contenders.pricing()),
                            sources(replay),
                            PATIENCE.plus(proposers.longestCall()));
            return run(new Search(aim, parts, watch));
        }
    }

    private Ladder ladder(Proposers proposers, List<Contender> contenders) {
        Policy policy = campaign.ladder().allocation();
        return new Ladder(proposers.steps(), policy, Allocators.of(policy, contenders));
    }

    private static Leg run(Search search) throws InterruptedException {
        search.run();
        return new Leg(search, search.spend());
    }

    private boolean compared(Leg search, @Nullable Replay replay) {
        return campaign.baseline()
                && !watch.stop().requested()
                && search.spend().evaluations() > 0
                && (replay == null || replay.compares());
    }

    /// As many evaluations as the search had.
    private Search random(Seed seed, Leg search, @Nullable Replay replay) {
        Budget equal = Budget.evaluations(search.spend().evaluations());
        var aim = new Search.Aim(Line.RANDOM, Phase.BASELINE, equal, Until.BUDGET, campaign.seed());
        Seen seen = seed.seen();
        Search.Parts parts =
                new Search.Parts(
                        Ladder.of(Proposers.random(campaign, assembly.task().lowering())),
                        new Attempts(assembly, seen, false),
                        archipelago(ONE_ISLAND, seed),
                        new Flights(campaign.window(), order(aim.line(), replay)),
                        past(aim.line(), replay),
                        learned(aim, seen),
                        lessons(),
                        assessment(seed, new Pricing(equal, campaign.jobs(), 1, 0)),
                        sources(replay),
                        PATIENCE);
        return new Search(aim, parts, watch);
    }

    private Archipelago archipelago(EvolutionSettings settings, Seed seed) {
        return new Archipelago(settings, preference(), seed.champion());
    }

    private Past past(Line line, @Nullable Replay replay) {
        return new Past(journal, line, replay == null ? null : replay.guide(), watch.progress());
    }

    private Learned learned(Search.Aim aim, Seen seen) {
        return new Learned(aim.line(), seen, new Ledger(aim.budget(), clock(aim.line())));
    }

    private Assessment assessment(Seed seed, Pricing pricing) {
        Scores training = seed.champion().elite().training();
        return new Assessment(Reference.of(preference(), training), pricing::of);
    }

    private Preference preference() {
        return new Preference(campaign.task().objectives());
    }

    private Lessons lessons() {
        return new Lessons(preference(), assembly.task().parts(), campaign.ladder().reflection());
    }

    private static Search.Sources sources(@Nullable Replay replay) {
        return replay == null
                ? _ -> (_, _, call) -> call.get()
                : flight ->
                        (turn, request, _) -> replay.recording().exchange(flight, turn, request);
    }

    private Listener outages(Flights flights) {
        return new Listener() {
            @Override
            public void down(String rung, String why, Duration next) {
                tell(
                        Note.Kind.PAUSED,
                        "rung %s does not answer: %s. Its calls wait; next try in %d s"
                                .formatted(rung, why, Math.max(1, next.toSeconds())));
            }

            @Override
            public void up(String rung, Duration after) {
                tell(
                        Note.Kind.CONTINUED,
                        "rung %s answers again, after %d s".formatted(rung, after.toSeconds()));
            }

            private void tell(Note.Kind kind, String text) {
                flights.tell(new Note(Instant.now(), kind, text));
            }
        };
    }

    /// A rung that has answered in this run is known to be set up well.
    private boolean answeredBefore(String rung) {
        return journal.spendByRung(Line.SEARCH).containsKey(rung)
                && journal.exchanges(Line.SEARCH)
                        .map(Placed::exchange)
                        .anyMatch(
                                exchange ->
                                        exchange.request().rung().equals(rung)
                                                && exchange.reply() instanceof Reply.Answered);
    }

    private SettlingOrder order(Line line, @Nullable Replay replay) {
        RunRecord known = replay == null || replay.guide() == null ? journal : replay.guide();
        return switch (campaign.order()) {
            case DETERMINISTIC -> new SettlingOrder.ByNumber();
            case EAGER ->
                    new SettlingOrder.AsTheyLand(
                            known.settlements(line).map(Settlement::flight).iterator());
        };
    }

    /// Clock time of a line that goes on now, over all sessions.
    private Supplier<Duration> clock(Line line) {
        Duration before = journal.spend(line).wall();
        long started = System.nanoTime();
        return () -> before.plusNanos(System.nanoTime() - started);
    }

    private Outcome outcome(Seed seed, Leg search, List<Leg> random, @Nullable Replay replay) {
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
                random.stream().flatMap(leg -> examined(leg).stream()).toList(),
                search.spend(),
                random.stream().map(Leg::spend).reduce(Spend.NONE, Spend::plus),
                search.search().counts(),
                search.search().reached(),
                search.search().prospect(),
                journal.contentDigest(),
                replay == null ? null : replay.told(search.search().grounded()));
    }

    /// The members of a front, in its order.
    private List<Examined> examined(Leg leg) {
        return leg.search().front().stream()
                .map(member -> member.elite().candidate())
                .map(candidate -> assembly.examine(candidate.id().hex(), candidate.program()))
                .toList();
    }

    private End end(Leg search) {
        if (watch.stop().requested()) {
            return End.INTERRUPTED;
        }
        if (search.search().arrived()) {
            return End.TARGETS_REACHED;
        }
        return search.search().counts().scored() == 0 ? End.NO_VALID_CANDIDATE : End.FINISHED;
    }

    private void note(Note.Kind kind, String text) {
        journal.append(new Note(Instant.now(), kind, text));
        journal.commit();
    }
}
