package dev.tradewind.search;

import dev.tradewind.archive.Elite;
import dev.tradewind.archive.Placement;
import dev.tradewind.budget.Ledger;
import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evolution.Archipelago;
import dev.tradewind.evolution.Arrival;
import dev.tradewind.evolution.Check;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Landing.Evaluated;
import dev.tradewind.journal.Landing.Validation;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.Plan;
import dev.tradewind.journal.Settlement;
import dev.tradewind.journal.Settlement.Consequence;

import java.util.List;

/// What the flights settled so far have taught: what was spent, what became of them, which programs
/// are known. Each settlement changes it and the archipelago, and nothing else does.
final class Learned {

    private final Line line;
    private final Seen seen;
    private final Ledger ledger;
    private final Counts.Counter counter = new Counts.Counter();
    private long settled;
    private int barren;

    Learned(Line line, Seen seen, Ledger ledger) {
        this.line = line;
        this.seen = seen;
        this.ledger = ledger;
    }

    long settled() {
        return settled;
    }

    /// Flights in a row that brought nothing to evaluate.
    int barren() {
        return barren;
    }

    Ledger ledger() {
        return ledger;
    }

    Counts counts() {
        return counter.counts();
    }

    Settlement settle(Landing landing, Archipelago archipelago) {
        settled++;
        Outcome outcome = outcome(landing, archipelago);
        count(landing, outcome.consequence);
        remember(landing);
        return new Settlement(
                line,
                settled,
                landing.plan().flight(),
                outcome.consequence,
                outcome.champion,
                outcome.restarted);
    }

    private record Outcome(Consequence consequence, boolean champion, List<Integer> restarted) {}

    private Outcome outcome(Landing landing, Archipelago archipelago) {
        return switch (landing) {
            case Landing.Declined declined -> rejected(declined.cause(), archipelago);
            case Landing.Advised _ ->
                    new Outcome(new Consequence.Advised(), false, archipelago.ignored());
            case Landing.Refused refused -> rejected(refused.cause(), archipelago);
            case Evaluated evaluated when known(evaluated) ->
                    rejected(FailureCause.DUPLICATE, archipelago);
            case Evaluated evaluated -> offer(evaluated, archipelago);
        };
    }

    private boolean known(Evaluated evaluated) {
        return seen.before(evaluated.fingerprint(), settled);
    }

    private static Outcome offer(Evaluated landing, Archipelago archipelago) {
        return switch (landing.training()) {
            case Failed failed -> rejected(failed.cause(), archipelago);
            case Scored scored ->
                    switch (landing.validation()) {
                        case Validation.NotDue _ ->
                                offer(landing, scored, new Check.NotValidated(), archipelago);
                        case Validation.Done(Scored held, var _) ->
                                offer(
                                        landing,
                                        scored,
                                        new Check.Validated(held.scores()),
                                        archipelago);
                        case Validation.Done(Failed failed, var _) ->
                                rejected(failed.cause(), archipelago);
                    };
        };
    }

    private static Outcome offer(
            Evaluated landing, Scored scored, Check check, Archipelago archipelago) {
        Elite elite =
                new Elite(
                        landing.plan().flight(),
                        landing.candidate(),
                        scored.scores(),
                        scored.signature(),
                        scored.breakdown());
        Arrival arrival = archipelago.settle(landing.plan().island(), elite, check);
        return new Outcome(
                consequence(arrival.placement()), arrival.champion(), arrival.restarted());
    }

    private static Outcome rejected(FailureCause cause, Archipelago archipelago) {
        return new Outcome(new Consequence.Rejected(cause), false, archipelago.ignored());
    }

    private static Consequence consequence(Placement placement) {
        return switch (placement) {
            case Placement.NewCluster _ -> new Consequence.NewCluster();
            case Placement.JoinedCluster _ -> new Consequence.JoinedCluster();
            case Placement.NotKept _ -> new Consequence.NotKept();
        };
    }

    private void count(Landing landing, Consequence consequence) {
        boolean evaluated = landing instanceof Evaluated;
        barren = evaluated ? 0 : barren + 1;
        Plan plan = landing.plan();
        ledger.settle(plan.flight(), plan.proposer(), landing.spend());
        switch (consequence) {
            case Consequence.Rejected(FailureCause cause) -> counter.cause(cause);
            case Consequence.Advised _ -> {}
            case Consequence.NewCluster _, Consequence.JoinedCluster _, Consequence.NotKept _ ->
                    counter.scored();
        }
    }

    private void remember(Landing landing) {
        switch (landing) {
            case Landing.Declined _, Landing.Advised _ -> {}
            case Landing.Refused refused -> seen.add(refused.candidate().id().hex(), settled);
            case Evaluated evaluated -> {
                seen.add(evaluated.candidate().id().hex(), settled);
                seen.add(evaluated.fingerprint(), settled);
            }
        }
    }
}
