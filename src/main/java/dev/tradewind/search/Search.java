package dev.tradewind.search;

import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Spend;
import dev.tradewind.campaign.Campaign.Until;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evolution.Archipelago;
import dev.tradewind.evolution.Champion;
import dev.tradewind.journal.JournalException;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.Placed;
import dev.tradewind.journal.Plan;
import dev.tradewind.journal.Settlement;
import dev.tradewind.proposer.Exchanges;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The loop: decide (pure), act (in the air), learn (here). One thread owns it and everything it
/// learns; resuming is the same loop fed with what earlier sessions recorded.
final class Search {

    /// So many flights in a row without one evaluation: there is nothing new to be proposed.
    private static final int BARREN = 5_000;

    /// The same where each of them takes a model's time.
    private static final int BARREN_MODELS = 500;

    private final Aim aim;
    private final Watch watch;
    private final Ladder ladder;
    private final Attempts attempts;
    private final Archipelago archipelago;
    private final Flights flights;
    private final Past past;
    private final Learned learned;

    private final Parts parts;
    private final Planner planner;
    private final int barren;

    /// Training scores of the parents, best first, by flights in the air.
    private final Map<Long, List<Scores>> parents = new HashMap<>();

    private @Nullable Grounded grounded;
    private long launched;

    Search(Aim aim, Parts parts, Watch watch) {
        this.aim = aim;
        this.watch = watch;
        this.parts = parts;
        this.barren = parts.ladder().promptedOnly() ? BARREN_MODELS : BARREN;
        this.ladder = parts.ladder();
        this.attempts = parts.attempts();
        this.archipelago = parts.archipelago();
        this.flights = parts.flights();
        this.past = parts.past();
        this.learned = parts.learned();
        this.planner = new Planner(aim, archipelago, parts.lessons(), learned, this::exchanges);
    }

    /// What a search is for.
    ///
    /// @param budget of this line alone
    /// @param until what ends it
    /// @param seed of the run
    record Aim(Line line, Phase phase, Budget budget, Until until, long seed) {}

    /// What a search is put together from.
    ///
    /// @param assessment of flights, for whoever decides which rung is asked
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
            Assessment assessment,
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
        } catch (JournalException unwritable) {
            throw unwritable;
        } catch (RuntimeException fault) {
            flights.drain(past, parts.patience());
            throw fault;
        }
        if (arrived()) {
            watch.progress()
                    .message(
                            "all targets reached after %,d evaluations"
                                    .formatted(spend().evaluations()));
        }
        if (learned.barren() >= barren) {
            watch.progress()
                    .message(
                            "ended early: %d proposals in a row held no program that could be"
                                            .formatted(barren)
                                    + " evaluated and had not been before");
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
                : !past.guided()
                        && !watch.stop().requested()
                        && learned.barren() < barren
                        && !arrived();
    }

    /// Whether it was to go on no longer than until all targets are reached, and they are.
    boolean arrived() {
        return aim.until == Until.TARGETS && archipelago.arrived();
    }

    /// Starts a flight an earlier session planned, once as much has settled as had then.
    private boolean launchAgain() {
        Plan recorded = past.plan(launched + 1);
        if (recorded.settledBefore() > learned.settled()) {
            return false;
        }
        launch(planner.flight(launched + 1, ladder.named(recorded.proposer()), List.of()));
        return true;
    }

    private boolean launchNew() {
        Optional<Flying> next = planner.next(launched + 1, ladder);
        next.ifPresent(this::launch);
        return next.isPresent();
    }

    private void launch(Flying next) {
        launched++;
        Plan plan = next.plan();
        past.planned(plan);
        if (!next.basis().beliefs().isEmpty()) {
            past.decided(next.decision(ladder.policy()));
        }
        ladder.launched(next.step());
        if (next.step().prompted()) {
            parts.lessons().planned(next.lesson());
        }
        parents.put(plan.flight(), next.basis().parents());
        learned.ledger().reserve(plan.flight(), next.most());
        Landing landed = past.landing(plan.flight());
        if (landed != null) {
            flights.launchLanded(landed);
        } else {
            flights.launch(
                    plan.flight(),
                    () ->
                            attempts.attempt(
                                    plan,
                                    next.step().proposer(),
                                    next.ask(),
                                    next.basis().parents().getFirst().first()));
        }
    }

    private Exchanges exchanges(long flight) {
        return new FlightExchanges(
                past.exchanges(flight),
                parts.answers().of(flight),
                exchange -> flights.paid(new Placed(aim.line, flight, exchange)));
    }

    private void settle(Landing landing) {
        Settlement settlement = learned.settle(landing, archipelago);
        List<Scores> known = Objects.requireNonNull(parents.remove(landing.plan().flight()));
        ladder.settled(parts.assessment().of(landing, settlement.consequence(), known));
        if (!landing.plan().prompt().isEmpty()) {
            parts.lessons().settled(landing, settlement, known.getFirst());
        }
        past.settled(settlement);
        watch.progress().update(status(aim.phase));
    }

    /// How it stands, told as part of a phase.
    Status status(Phase phase) {
        return new Status(
                phase,
                spend(),
                aim.budget,
                front(),
                counts(),
                learned.ledger().byRung(),
                ladder::prospect);
    }

    /// The validated programs none of which another one is preferred to, the champion first.
    List<Champion> front() {
        return archipelago.front().members();
    }

    Spend spend() {
        return learned.ledger().spend();
    }

    Prospect prospect() {
        return ladder.prospect();
    }

    Map<String, Reached> reached() {
        return ladder.reached();
    }

    Counts counts() {
        return learned.counts();
    }
}
