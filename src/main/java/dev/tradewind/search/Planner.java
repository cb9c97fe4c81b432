package dev.tradewind.search;

import dev.tradewind.archive.Elite;
import dev.tradewind.budget.Charge;
import dev.tradewind.evolution.Archipelago;
import dev.tradewind.evolution.Parents;
import dev.tradewind.evolution.Streams;
import dev.tradewind.journal.Plan;
import dev.tradewind.program.Candidate;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Exchanges;
import dev.tradewind.search.Ladder.Step;
import dev.tradewind.search.Lessons.Lesson;
import dev.tradewind.search.Search.Aim;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/// Decides what the next flight is: its rung, its parents, what it is told. A function of the seed
/// and of what has settled; changes nothing.
///
/// @param exchanges of a flight of that number, for language models
record Planner(
        Aim aim,
        Archipelago archipelago,
        Lessons lessons,
        Learned learned,
        LongFunction<Exchanges> exchanges) {

    /// The next flight of the first of these rungs that the budget allows one.
    Optional<Flying> next(long number, List<Step> inTurn) {
        if (aim.budget().limitsModels() && spentOut(number, inTurn)) {
            return Optional.empty();
        }
        return inTurn.stream()
                .map(step -> flight(number, step))
                .filter(flying -> learned.ledger().affords(flying.most()))
                .findFirst();
    }

    /// Whether what is left pays for no call of any model: then it is spent, and rungs that cost
    /// none would go on for ever.
    private boolean spentOut(long number, List<Step> inTurn) {
        List<Charge> paid =
                inTurn.stream()
                        .filter(Step::prompted)
                        .map(step -> flight(number, step).most())
                        .filter(most -> most.calls() > 0)
                        .toList();
        return !paid.isEmpty() && paid.stream().noneMatch(learned.ledger()::couldAfford);
    }

    /// The flight of that number, if it is this rung's.
    Flying flight(long number, Step step) {
        RandomGenerator random =
                Streams.generator(Streams.stream(aim.seed(), aim.line().name(), number));
        Parents parents = archipelago.parents(random);
        Lesson lesson =
                step.prompted() ? lessons.lesson(step.name(), parents, random) : Lesson.NONE;
        Plan plan = plan(number, step, parents, lesson);
        Ask ask =
                new Ask(
                        parents.elites().stream().<Candidate>map(Elite::candidate).toList(),
                        plan.stream(),
                        plan.settledBefore(),
                        lesson.briefing(),
                        step.prompted() ? exchanges.apply(number) : Exchanges.live());
        return new Flying(plan, step, ask, lesson, step.proposer().most(ask));
    }

    private Plan plan(long number, Step step, Parents parents, Lesson lesson) {
        return new Plan(
                aim.line(),
                number,
                learned.settled(),
                parents.island(),
                step.name(),
                parents.elites().stream().map(Elite::flight).toList(),
                Streams.stream(aim.seed(), aim.line().name() + " proposal", number),
                lesson.briefing().prompt(),
                lesson.broken(),
                archipelago.bar(parents.island()));
    }
}
