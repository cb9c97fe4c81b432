package dev.tradewind.search;

import dev.tradewind.archive.Elite;
import dev.tradewind.budget.Charge;
import dev.tradewind.evolution.Archipelago;
import dev.tradewind.evolution.Parents;
import dev.tradewind.evolution.Streams;
import dev.tradewind.journal.Plan;
import dev.tradewind.law.allocation.Allocation;
import dev.tradewind.law.allocation.Belief;
import dev.tradewind.program.Candidate;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Exchanges;
import dev.tradewind.search.Flying.Basis;
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

    /// The next flight, of the first rung in the allocator's ranking that the budget allows one.
    Optional<Flying> next(long number, Ladder ladder) {
        List<Step> open = ladder.open();
        if (open.isEmpty() || (aim.budget().limitsModels() && spentOut(number, open))) {
            return Optional.empty();
        }
        Allocation allocation = ladder.allocation(random(" allocation", number));
        return allocation.ranking().stream()
                .map(name -> flight(number, ladder.named(name), allocation.beliefs()))
                .filter(flying -> learned.ledger().affords(flying.most()))
                .findFirst();
    }

    private RandomGenerator random(String purpose, long number) {
        return Streams.generator(Streams.stream(aim.seed(), aim.line().name() + purpose, number));
    }

    /// Whether what is left pays for no call of any model: then it is spent, and rungs that cost
    /// none would go on for ever.
    private boolean spentOut(long number, List<Step> open) {
        List<Charge> paid =
                open.stream()
                        .filter(Step::prompted)
                        .map(step -> flight(number, step, List.of()).most())
                        .filter(most -> most.calls() > 0)
                        .toList();
        return !paid.isEmpty() && paid.stream().noneMatch(learned.ledger()::couldAfford);
    }

    /// The flight of that number, if it is this rung's.
    ///
    /// @param beliefs the rung was chosen by
    Flying flight(long number, Step step, List<Belief> beliefs) {
        RandomGenerator random = random("", number);
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
        Basis basis = new Basis(parents.elites().stream().map(Elite::training).toList(), beliefs);
        return new Flying(plan, step, ask, lesson, step.proposer().most(ask), basis);
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
