package dev.tradewind.campaign;

import dev.tradewind.evaluation.Direction;
import dev.tradewind.evaluation.Mark;
import dev.tradewind.evaluation.Marks;
import dev.tradewind.evaluation.Measure;
import dev.tradewind.evaluation.Objective;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The objectives and measures of a `task.yaml`.
record ObjectiveSection(Section top) {

    private static final Map<String, Direction> DIRECTIONS =
            Map.of("minimise", Direction.MINIMISE, "maximise", Direction.MAXIMISE);

    private static final String MOST = "at most";
    private static final String LEAST = "at least";
    private static final String TARGET = "target";
    private static final String REFERENCE = "reference";

    /// At least one, unless there are problems.
    List<Objective> objectives() {
        List<Objective> objectives = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section section : top.sections("objectives")) {
            Objective objective = objective(section);
            unique(section, objective.name(), names);
            objectives.add(objective);
        }
        if (objectives.isEmpty()) {
            top.problem("objectives", "there is none. Name at least one, with its direction.");
        }
        return objectives;
    }

    /// In their order; mostly none.
    List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section section : top.sections("measures")) {
            Measure measure =
                    new Measure(
                            section.required("name", text -> text, ""), section.text("unit", "1"));
            section.close();
            unique(section, measure.name(), names);
            measures.add(measure);
        }
        return measures;
    }

    private static void unique(Section section, String name, Set<String> names) {
        if (!name.isEmpty() && !names.add(name)) {
            section.problem("name", "\"" + name + "\" is named twice. Values go by name.");
        }
    }

    private static Objective objective(Section section) {
        Objective plain =
                new Objective(
                        section.required("name", text -> text, ""),
                        section.required(
                                "direction",
                                text -> Scalars.word(text, DIRECTIONS),
                                Direction.MINIMISE),
                        section.text("unit", "1"));
        Objective objective =
                plain.with(
                        new Marks(
                                mark(section, TARGET),
                                bound(section, plain.direction()),
                                mark(section, REFERENCE)));
        section.close();
        check(section, objective);
        return objective;
    }

    private static Mark mark(Section section, String key) {
        return section.<Mark>value(key, new Mark.None(), text -> new Mark.At(Scalars.finite(text)));
    }

    /// The bound is on the side away from which the objective improves, so that a better value
    /// never breaks it.
    private static Mark bound(Section section, Direction direction) {
        Mark most = mark(section, MOST);
        Mark least = mark(section, LEAST);
        return switch (direction) {
            case MINIMISE -> {
                refuse(section, LEAST, "minimised", MOST);
                yield most;
            }
            case MAXIMISE -> {
                refuse(section, MOST, "maximised", LEAST);
                yield least;
            }
        };
    }

    private static void refuse(Section section, String key, String improved, String other) {
        if (section.has(key)) {
            section.problem(
                    key,
                    "what is %s cannot be held %s a value. Maybe you meant \"%s\"."
                            .formatted(improved, key, other));
        }
    }

    private static void check(Section section, Objective objective) {
        Marks marks = objective.marks();
        if (marks.target() instanceof Mark.At(double target) && objective.violation(target) > 0) {
            section.problem(
                    TARGET,
                    "%s misses the objective's own bound of %s. Maybe they are exchanged."
                            .formatted(target, marks.bound().or(target)));
        }
        if (marks.target() instanceof Mark.At(double target)
                && marks.reference() instanceof Mark.At(double reference)
                && !objective.direction().better(target, reference)) {
            section.problem(
                    REFERENCE,
                    "%s is as good as the target of %s. A reference is worse than what is hoped for."
                            .formatted(reference, target));
        }
    }
}
