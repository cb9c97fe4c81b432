package dev.tradewind.search;

import dev.tradewind.archive.Elite;
import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Spend;
import dev.tradewind.evolution.Archipelago;
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

    private final Line line;
    private final Budget budget;
    private final long seed;
    private final String proposer;
    private final Attempts attempts;
    private final Archipelago archipelago;
    private final Flights flights;
    private final Past past;
    private final Learned learned;
    private final Stop stop;

    private long launched;

    Search(Line line, Budget budget, long seed, Parts parts) {
        this.line = line;
        this.budget = budget;
        this.seed = seed;
        this.proposer = parts.proposer();
        this.attempts = parts.attempts();
        this.archipelago = parts.archipelago();
        this.flights = parts.flights();
        this.past = parts.past();
        this.learned = parts.learned();
        this.stop = parts.stop();
    }

    /// What a search is put together from.
    record Parts(
            String proposer,
            Attempts attempts,
            Archipelago archipelago,
            Flights flights,
            Past past,
            Learned learned,
            Stop stop) {}

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
        return !stop.requested()
                && learned.barren() < BARREN
                && budget.allows(learned.spend().plus(reserved));
    }

    private RandomGenerator random(long flight) {
        return Streams.generator(Streams.stream(seed, line.name(), flight));
    }

    private void launch(Parents parents) {
        long flight = ++launched;
        Plan plan = plan(flight, parents);
        if (past.landed(flight)) {
            flights.launchLanded(past.landing(plan));
        } else {
            Ask ask = new Ask(candidates(parents), plan.stream());
            flights.launch(flight, () -> attempts.attempt(plan, ask));
        }
    }

    private Plan plan(long flight, Parents parents) {
        return new Plan(
                line,
                flight,
                learned.settled(),
                parents.island(),
                proposer,
                parents.elites().stream().map(Elite::flight).toList(),
                Streams.stream(seed, line.name() + " proposal", flight),
                archipelago.bar(parents.island()));
    }

    private static List<Candidate> candidates(Parents parents) {
        return parents.elites().stream().map(Elite::candidate).toList();
    }

    private void settle(Landing landing) {
        Settlement settlement = learned.settle(landing, archipelago);
        past.settled(settlement);
    }
}
