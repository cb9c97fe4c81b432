package dev.tradewind.search;

import dev.tradewind.evaluation.Direction;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Evaluator;
import dev.tradewind.evaluation.Executable;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Mark;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Procedure.Stage;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Task;

import java.time.Duration;
import java.util.Locale;

/// Runs a task's stages, then all training instances. Who fails on a stage fails with that cause,
/// who is worse there than the stage's slack allows is hopeless; neither goes further. What stages
/// take is part of what the evaluation took.
///
/// Slack is a factor, so it speaks of values above 0 alone: nothing is compared with a parent at or
/// below 0, and [Seed] refuses tasks whose seed is there.
record Stages(Evaluator evaluator, Task task) {

    /// What a candidate is worth on training.
    ///
    /// @param parent what its parent is worth there, in the first objective
    Evaluation training(Executable candidate, double parent) {
        return training(candidate, new Mark.At(parent));
    }

    /// What a candidate without parents is worth there: only failing stops it.
    Evaluation training(Executable orphan) {
        return training(orphan, new Mark.None());
    }

    private Evaluation training(Executable candidate, Mark parent) {
        Duration spent = Duration.ZERO;
        for (Stage stage : task.procedure().stages()) {
            switch (passed(stage, evaluator.stage(candidate, stage), parent)) {
                case Scored scored -> spent = spent.plus(scored.cpu());
                case Failed failed -> {
                    return failed.plus(spent);
                }
            }
        }
        return evaluator.evaluate(candidate, Split.TRAINING).plus(spent);
    }

    private Evaluation passed(Stage stage, Evaluation part, Mark parent) {
        return switch (part) {
            case Failed(FailureCause cause, String detail, Duration cpu) ->
                    new Failed(cause, stage.name() + ": " + detail, cpu);
            case Scored scored
                    when parent instanceof Mark.At(double known)
                            && hopeless(stage, scored.scores().first(), known) ->
                    new Failed(
                            FailureCause.HOPELESS,
                            told(stage, scored.scores().first(), known),
                            scored.cpu());
            case Scored scored -> scored;
        };
    }

    private boolean hopeless(Stage stage, double value, double parent) {
        return parent > 0
                && Double.isFinite(stage.slack())
                && task.objective().direction().better(bound(stage, parent), value);
    }

    /// The worst value that still goes on.
    private double bound(Stage stage, double parent) {
        return switch (task.objective().direction()) {
            case MINIMISE -> parent * stage.slack();
            case MAXIMISE -> parent / stage.slack();
        };
    }

    private String told(Stage stage, double value, double parent) {
        Objective objective = task.objective();
        boolean least = objective.direction() == Direction.MAXIMISE;
        return String.format(
                Locale.ROOT,
                "%s: %s %.6g, where at %s %.6g was wanted: the parent's %.6g and slack %.6g",
                stage.name(),
                objective.name(),
                value,
                least ? "least" : "most",
                bound(stage, parent),
                parent,
                stage.slack());
    }
}
