package dev.tradewind.campaign;

import dev.tradewind.evaluation.Procedure;
import dev.tradewind.evaluation.Procedure.Stage;
import dev.tradewind.evaluation.Workings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads how carefully candidates are evaluated. Whether a stage's suites exist is known when the
/// instances are made.
final class ProcedureSection {

    private static final int RAREST = 1_000_000;
    private static final int MOST_REPEATS = 100;
    private static final Map<String, Boolean> BUILDS = Map.of("full", false, "quick", true);

    private ProcedureSection() {}

    static Procedure read(Section top, Workings workings) {
        List<Stage> stages = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section section : top.sections("stages")) {
            Stage stage = stage(section, workings);
            if (!names.add(stage.name())) {
                section.problem(
                        "name", "two stages are called \"" + stage.name() + "\". Rename one.");
            }
            stages.add(stage);
        }
        return new Procedure(
                stages, top.value("repeats", 0, text -> Scalars.upTo(text, MOST_REPEATS)));
    }

    private static Stage stage(Section section, Workings workings) {
        Stage stage =
                new Stage(
                        section.required(
                                "name", text -> text, "", "Give one, such as \"small shapes\"."),
                        section.texts("suites"),
                        section.value("every", 1, text -> Scalars.whole(text, RAREST)),
                        section.value("build", false, text -> build(text, workings)),
                        section.value("slack", Double.POSITIVE_INFINITY, ProcedureSection::slack));
        section.close();
        if (stage.suites().isEmpty() && stage.every() == 1 && !stage.quick()) {
            section.problem(
                    "name",
                    "\"%s\" is no cheaper than all there is. Name some \"suites\", or set \"every\""
                                    .formatted(stage.name())
                            + " or \"build: quick\".");
        }
        return stage;
    }

    private static boolean build(String text, Workings workings) {
        boolean quick = Scalars.word(text, BUILDS);
        if (quick && !(workings instanceof Workings.InProcess lane && hasQuick(lane))) {
            throw new IllegalArgumentException(
                    "is no build of this task. Add \"quick\" with its commands to the evaluator, or"
                            + " leave \"build\" out.");
        }
        return quick;
    }

    private static boolean hasQuick(Workings.InProcess lane) {
        return !lane.steps().quick().isEmpty();
    }

    private static double slack(String text) {
        double slack = Scalars.real(text);
        if (!(slack >= 1) || Double.isInfinite(slack)) {
            throw new IllegalArgumentException(
                    "is not a number from 1. It says how many times worse than its parent a"
                            + " candidate may be, such as \"4\".");
        }
        return slack;
    }
}
