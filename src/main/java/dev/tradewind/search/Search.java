package dev.tradewind.search;

import dev.tradewind.archive.Elite;
import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Charge;
import dev.tradewind.budget.Spend;
import dev.tradewind.evolution.Archipelago;
import dev.tradewind.evolution.Champion;
import dev.tradewind.evolution.Parents;
import dev.tradewind.evolution.Streams;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.Placed;
import dev.tradewind.journal.Plan;
import dev.tradewind.journal.Settlement;
import dev.tradewind.program.Candidate;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Exchanges;
import dev.tradewind.search.Ladder.Step;
import dev.tradewind.search.Lessons.Lesson;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// The loop: decide (pure), act (in the air), learn (here). One thread owns it and everything it
/// learns; resuming is the same loop fed with what earlier sessions recorded.
final class Search {

    /// So many flights in a row without one evaluation: there is nothing new to be proposed.
    private static final int BARREN = 5_000;

    private final Aim aim;
    private final Watch watch;
    private final Ladder ladder;
    private final Attempts attempts;
    private final Archipelago archipelago;
    private final Flights flights;
    private final Past past;
    private final Learned learned;

    private final Parts parts;
    private final Housekeeping housekeeping = new Housekeeping();

    /// Training value of the best parent, by flights in the air that were planned with a prompt.
    private final Map<Long, Double> prompted = new HashMap<>();

    private @Nullable Grounded grounded;
    private long launched;

    Search(Aim aim, Parts parts, Watch watch) {
        this.aim = aim;
        this.watch = watch;
        this.parts = parts;
        this.ladder = parts.ladder();
        this.attempts = parts.attempts();
        this.archipelago = parts.archipelago();
        this.flights = parts.flights();
        this.past = parts.past();
        this.learned = parts.learned();
    }

    /// What a search is for.
    ///
    /// @param budget of this line alone
    /// @param seed of the run
    record Aim(Line line, Phase phase, Budget budget, long seed) {}

    /// What a search is put together from.
    ///
    /// @param patience how long flights in the air may take to hand in what they have when the
    ///   search ends early
    record Parts(
            Ladder ladder,
            Attempts attempts,
            Archipelago archipelago,
            Flights flights,
            Past past,
            Learned learned,
            Lessons lessons,
            Sources answers,
            Duration patience) {}

    /// Where each flight's answers come from.
    interface Sources {
        FlightExchanges.Source of(long flight);
    }

    void run() throws InterruptedException {
        try {
            launchAll();
            while (flights.any()) {
                settle(flights.next(past));
                launchAll();
            }
        } catch (Grounded early) {
            grounded = early;
            flights.drain(past, parts.patience());
            flights.landed().forEachRemaining(this::settle);
        } catch (RuntimeException fault) {
            flights.drain(past, parts.patience());
            throw fault;
        }
    }

    /// Why it ended before its budget was spent, when flights could not land for now.
    @Nullable Grounded grounded() {
        return grounded;
    }

    private void launchAll() {
        boolean going = true;
        while (going && flights.haveRoom() && mayPlan()) {
            going = launched < past.lastPlanned() ? launchAgain() : launchNew();
        }
    }

    private boolean mayPlan() {
        return launched < past.lastPlanned()
                ? !watch.stop().requested() || launched < past.lastOwn()
                : !past.guided() && !watch.stop().requested() && learned.barren() < BARREN;
    }

    /// Starts a flight an earlier session planned, once as much has settled as had then.
    private boolean launchAgain() {
        Plan recorded = past.plan(launched + 1);
        if (recorded.settledBefore() > learned.settled()) {
            return false;
        }
        launch(flight(ladder.named(recorded.proposer())));
        return true;
    }

    /// Starts a flight of the first rung in turn that the budget allows one.
    private boolean launchNew() {
        List<Flying> inTurn = ladder.inTurn().stream().map(this::flight).toList();
        if (spentOut(inTurn)) {
            return false;
        }
        for (Flying next : inTurn) {
            if (learned.ledger().affords(next.most())) {
                launch(next);
                return true;
            }
        }
        return false;
    }

    /// Whether what is left pays for no call of any model: the money is spent, and rungs that cost
    /// none would go on for ever.
    private boolean spentOut(List<Flying> inTurn) {
        List<Charge> paid =
                inTurn.stream().map(Flying::most).filter(most -> most.calls() > 0).toList();
        return !paid.isEmpty() && paid.stream().noneMatch(learned.ledger()::couldAfford);
    }

    private RandomGenerator random(long flight) {
        return Streams.generator(Streams.stream(aim.seed, aim.line.name(), flight));
    }

    /// A flight about to start.
    ///
    /// @param most its calls of models may cost
    private record Flying(Plan plan, Step step, Ask ask, Lesson lesson, Charge most) {}

    /// The next flight, if it is this rung's.
    private Flying flight(Step step) {
        long flight = launched + 1;
        RandomGenerator random = random(flight);
        Parents parents = archipelago.parents(random);
        Lesson lesson =
                step.prompted()
                        ? parts.lessons().lesson(step.name(), parents, random)
                        : Lesson.NONE;
        Plan plan = plan(flight, step, parents, lesson);
        Ask ask =
                new Ask(
                        candidates(parents),
                        plan.stream(),
                        lesson.briefing(),
                        step.prompted() ? exchanges(flight) : Exchanges.live());
        return new Flying(plan, step, ask, lesson, step.proposer().most(ask));
    }

    private Exchanges exchanges(long flight) {
        return new FlightExchanges(
                past.exchanges(flight),
                parts.answers().of(flight),
                exchange -> flights.paid(new Placed(aim.line, flight, exchange)));
    }

    private void launch(Flying next) {
        launched++;
        Plan plan = next.plan();
        past.planned(plan);
        ladder.launched(next.step());
        if (next.step().prompted()) {
            parts.lessons().planned(next.lesson());
            prompted.put(plan.flight(), bestParent(next));
        }
        learned.ledger().reserve(plan.flight(), next.most());
        Landing landed = past.landing(plan.flight());
        if (landed != null) {
            flights.launchLanded(landed);
        } else {
            flights.launch(
                    plan.flight(),
                    () -> attempts.attempt(plan, next.step().proposer(), next.ask()));
        }
    }

    private Plan plan(long flight, Step step, Parents parents, Lesson lesson) {
        return new Plan(
                aim.line,
                flight,
                learned.settled(),
                parents.island(),
                step.name(),
                parents.elites().stream().map(Elite::flight).toList(),
                Streams.stream(aim.seed, aim.line.name() + " proposal", flight),
                lesson.briefing().prompt(),
                lesson.broken(),
                archipelago.bar(parents.island()));
    }

    private static double bestParent(Flying next) {
        return next.lesson().briefing().accounts().getFirst().training().first();
    }

    private static List<Candidate> candidates(Parents parents) {
        return parents.elites().stream().map(Elite::candidate).toList();
    }

    private void settle(Landing landing) {
        Settlement settlement = learned.settle(landing, archipelago);
        ladder.settled(landing.plan().proposer());
        @Nullable Double parent = prompted.remove(landing.plan().flight());
        if (parent != null) {
            parts.lessons().settled(landing, settlement, parent);
        }
        past.settled(settlement);
        housekeeping.settled();
        watch.progress().update(status(aim.phase));
    }

    /// How it stands, told as part of a phase.
    Status status(Phase phase) {
        return new Status(
                phase, spend(), aim.budget, champion(), counts(), learned.ledger().byRung());
    }

    Champion champion() {
        return archipelago.champion();
    }

    Spend spend() {
        return learned.ledger().spend();
    }

    Counts counts() {
        return learned.counts();
    }
}
