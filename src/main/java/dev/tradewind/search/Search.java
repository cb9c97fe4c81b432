package dev.tradewind.search;

import dev.tradewind.archive.Elite;
import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Spend;
import dev.tradewind.evolution.Archipelago;
import dev.tradewind.evolution.Champion;
import dev.tradewind.evolution.Parents;
import dev.tradewind.evolution.Streams;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.Plan;
import dev.tradewind.journal.Settlement;
import dev.tradewind.program.Candidate;
import dev.tradewind.proposer.Ask;

import java.util.List;
import java.util.random.RandomGenerator;

/// The loop: decide (pure), act (in the air), learn (here). One thread owns it and everything it
/// learns; resuming is the same loop fed with what earlier sessions recorded.
final class Search {

    /// So many flights in a row without one evaluation: there is nothing new to be proposed.
    private static final int BARREN = 5_000;

    private final Aim aim;
    private final Watch watch;
    private final Attempts attempts;
    private final Archipelago archipelago;
    private final Flights flights;
    private final Past past;
    private final Learned learned;

    private long launched;

    Search(Aim aim, Parts parts, Watch watch) {
        this.aim = aim;
        this.watch = watch;
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
    record Parts(
            Attempts attempts,
            Archipelago archipelago,
            Flights flights,
            Past past,
            Learned learned) {}

    void run() throws InterruptedException {
        while (flights.any() || mayPlan()) {
            while (flights.haveRoom() && mayPlan()) {
                launch(archipelago.parents(random(launched + 1)));
            }
            settle(flights.next(past::append));
        }
    }

    private boolean mayPlan() {
        if (launched < past.lastLanded()) {
            return past.plannedAfter(launched + 1) <= learned.settled();
        }
        Spend reserved = Spend.ofEvaluations(flights.count());
        return !watch.stop().requested()
                && learned.barren() < BARREN
                && aim.budget.allows(learned.spend().plus(reserved));
    }

    private RandomGenerator random(long flight) {
        return Streams.generator(Streams.stream(aim.seed, aim.line.name(), flight));
    }

    private void launch(Parents parents) {
        long flight = ++launched;
        Plan plan = plan(flight, parents);
        if (past.landed(flight)) {
            flights.launchLanded(past.landing(plan));
        } else {
            Ask ask = Ask.of(candidates(parents), plan.stream());
            flights.launch(flight, () -> attempts.attempt(plan, ask));
        }
    }

    private Plan plan(long flight, Parents parents) {
        return new Plan(
                aim.line,
                flight,
                learned.settled(),
                parents.island(),
                attempts.proposer(),
                parents.elites().stream().map(Elite::flight).toList(),
                Streams.stream(aim.seed, aim.line.name() + " proposal", flight),
                archipelago.bar(parents.island()));
    }

    private static List<Candidate> candidates(Parents parents) {
        return parents.elites().stream().map(Elite::candidate).toList();
    }

    private void settle(Landing landing) {
        Settlement settlement = learned.settle(landing, archipelago);
        past.settled(settlement);
        watch.progress().update(status(aim.phase));
    }

    /// How it stands, told as part of a phase.
    Status status(Phase phase) {
        return new Status(phase, spend(), aim.budget, champion(), counts());
    }

    Champion champion() {
        return archipelago.champion();
    }

    Spend spend() {
        return learned.spend();
    }

    Counts counts() {
        return learned.counts();
    }
}
