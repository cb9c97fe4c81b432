package dev.tradewind.search;

import dev.tradewind.archive.Elite;
import dev.tradewind.archive.Preference;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evolution.Parents;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Settlement;
import dev.tradewind.journal.Settlement.Consequence;
import dev.tradewind.program.Candidate;
import dev.tradewind.prompt.PromptName;
import dev.tradewind.proposer.Briefing;
import dev.tradewind.proposer.Briefing.Account;
import dev.tradewind.proposer.Briefing.Broken;
import dev.tradewind.proposer.Briefing.Tried;
import dev.tradewind.proposer.chat.PromptChoice;
import dev.tradewind.proposer.chat.Usable;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What language models are told of the search so far, and which prompt they are told it with. A
/// function of the settled past, like all that plans depend on. Owned by one thread.
final class Lessons {

    private static final int REMEMBERED = 12;
    private static final int REPAIRS = 8;

    private final Preference preference;
    private final List<String> parts;
    private final int reflection;
    private final Map<String, PromptChoice> choices = new HashMap<>();
    private final Deque<Tried> tried = new ArrayDeque<>();
    private final Deque<Failure> failures = new ArrayDeque<>();
    private String advice = "";
    private long prompted;

    /// A program that failed and may be worth repairing.
    private record Failure(long flight, Broken broken) {}

    /// A briefing and the flight whose program it wants repaired, 0 for none.
    record Lesson(Briefing briefing, long broken) {

        static final Lesson NONE = new Lesson(Briefing.NONE, 0);
    }

    /// @param parts names of the parts of the training instances
    /// @param reflection a model reflects after so many flights with a model; 0 for never
    Lessons(Preference preference, List<String> parts, int reflection) {
        this.preference = preference;
        this.parts = List.copyOf(parts);
        this.reflection = reflection;
    }

    /// What a model is told when a flight with these parents is planned.
    Lesson lesson(String rung, Parents parents, RandomGenerator random) {
        PromptName prompt = prompt(rung, parents, random);
        @Nullable Failure failure = prompt == PromptName.REPAIR ? failures.peek() : null;
        List<Account> accounts = parents.elites().stream().map(this::account).toList();
        Briefing briefing =
                new Briefing(
                        prompt.word(),
                        accounts,
                        advice,
                        new ArrayList<>(tried),
                        failure == null ? null : failure.broken());
        return new Lesson(briefing, failure == null ? 0 : failure.flight());
    }

    private PromptName prompt(String rung, Parents parents, RandomGenerator random) {
        if (reflection > 0 && prompted % reflection == reflection - 1) {
            return PromptName.REFLECT;
        }
        return choice(rung).next(new Usable(parents.elites().size(), !failures.isEmpty()), random);
    }

    private PromptChoice choice(String rung) {
        return choices.getOrDefault(rung, PromptChoice.fresh());
    }

    private Account account(Elite elite) {
        StringBuilder text = new StringBuilder();
        List<Double> values = elite.breakdown().parts();
        for (int at = 0; at < Math.min(parts.size(), values.size()); at++) {
            text.append(parts.get(at))
                    .append(": ")
                    .append(words(first(), values.get(at)))
                    .append('\n');
        }
        return new Account(elite.training(), text.append(elite.breakdown().remark()).toString());
    }

    /// The objective that parts of the instances are told by.
    private Objective first() {
        return preference.objectives().getFirst();
    }

    /// One value, or with several objectives each with its name.
    private String words(Scores scores) {
        List<Objective> objectives = preference.objectives();
        return preference.several()
                ? IntStream.range(0, objectives.size())
                        .mapToObj(
                                at ->
                                        words(objectives.get(at), scores.values().get(at))
                                                + " "
                                                + objectives.get(at).name())
                        .collect(Collectors.joining(" and "))
                : words(first(), scores.first());
    }

    private static String words(Objective objective, double value) {
        String unit = objective.unit().equals("1") ? "" : " " + objective.unit();
        return String.format(Locale.ROOT, "%.4g", value) + unit;
    }

    /// Notes that a flight was planned with a lesson.
    void planned(Lesson lesson) {
        if (!lesson.briefing().prompt().isEmpty()) {
            prompted++;
        }
        if (lesson.broken() > 0) {
            failures.removeIf(failure -> failure.flight() == lesson.broken());
        }
    }

    /// Learns from a settled flight that was planned with a prompt.
    ///
    /// @param parent training scores of its best parent
    void settled(Landing landing, Settlement settlement, Scores parent) {
        PromptName prompt = PromptName.of(landing.plan().prompt());
        if (prompt != PromptName.REFLECT) {
            PromptChoice known = choice(landing.plan().proposer());
            double tokens = (double) landing.charge().usage().total();
            choices.put(
                    landing.plan().proposer(),
                    known.observe(prompt, gained(landing, parent), tokens));
        }
        switch (landing) {
            case Landing.Advised advised -> advice = advised.advice();
            case Landing.Declined _ -> {}
            case Landing.Refused refused -> {
                tried(refused.candidate(), refused.cause().name());
                failed(landing, refused.candidate(), refused.cause(), refused.detail());
            }
            case Landing.Evaluated evaluated -> evaluated(evaluated, settlement);
        }
    }

    private boolean gained(Landing landing, Scores parent) {
        return landing instanceof Landing.Evaluated evaluated
                && evaluated.training() instanceof Evaluation.Scored scored
                && preference.dominates(scored.scores(), parent);
    }

    private void evaluated(Landing.Evaluated landing, Settlement settlement) {
        switch (landing.training()) {
            case Evaluation.Scored scored ->
                    tried(
                            landing.candidate(),
                            words(scored.scores()) + kept(settlement.consequence()));
            case Evaluation.Failed failed -> {
                tried(landing.candidate(), failed.cause().name());
                failed(landing, landing.candidate(), failed.cause(), failed.detail());
            }
        }
    }

    private static String kept(Consequence consequence) {
        return switch (consequence) {
            case Consequence.NewCluster _ -> ", kept";
            case Consequence.JoinedCluster _ -> ", did as well as a known program on each part";
            case Consequence.NotKept _ -> ", not kept";
            case Consequence.Rejected(FailureCause cause) -> ", " + cause;
            case Consequence.Advised _ -> "";
        };
    }

    private void tried(Candidate candidate, String outcome) {
        tried.add(new Tried(candidate.descent().operator(), outcome));
        if (tried.size() > REMEMBERED) {
            tried.remove();
        }
    }

    /// Remembers failures whose detail is the same each time; one that quotes a measured time would
    /// make each replay ask something else.
    private void failed(Landing landing, Candidate candidate, FailureCause cause, String detail) {
        boolean repairable =
                switch (cause) {
                    case FORBIDDEN, COMPILE, FUEL, CRASH, INVALID_RESULT -> true;
                    case UNANSWERED, UNREADABLE, DUPLICATE, TIMEOUT, MEMORY -> false;
                    case HOPELESS, EVALUATOR_FAULT -> false;
                };
        if (repairable) {
            failures.add(
                    new Failure(landing.plan().flight(), new Broken(candidate, cause, detail)));
        }
        if (failures.size() > REPAIRS) {
            failures.remove();
        }
    }
}
