package dev.tradewind.search;

import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Evaluator;
import dev.tradewind.evaluation.Executable;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Task;

import java.time.Duration;

/// Measures candidates of noisy tasks again before they may be among the best.
///
/// The best of many noisy values is too good to be true: of a thousand equally good candidates the
/// luckiest lies 3.2 standard deviations above the truth when each is run once. With two repeats,
/// of three runs the worst counts, and the luckiest of a thousand such lies 1.3 above it; with
/// four, 0.7. Only those who reach the bar are run again, so it is cheap, and the bar is then a
/// worst value too: whoever is honestly better passes it. What stays below the bar keeps its one
/// value, for it ranks behind the best. Selection still leaves a little optimism; the figures at
/// the end of a run come from one more run each, that nothing was selected on.
record Repeats(Evaluator evaluator, Task task) {

    /// Whether runs may differ; where they may not, nothing is run again here.
    boolean due() {
        return task.procedure().noisy();
    }

    /// Of each objective the worst value over a first run and all repeats; failed when a repeat
    /// fails. Nothing but the values is taken from the repeats.
    Evaluation worst(Executable candidate, Split split, Scored first) {
        Scores scores = first.scores();
        Duration spent = first.cpu();
        for (int repeat = 0; repeat < task.procedure().repeats(); repeat++) {
            switch (evaluator.again(candidate, split)) {
                case Scored again -> {
                    scores = scores.worst(again.scores(), task.objectives());
                    spent = spent.plus(again.cpu());
                }
                case Failed failed -> {
                    return Attempts.disagreement(failed).plus(spent);
                }
            }
        }
        return first.with(scores, spent);
    }

    /// The same, first run included.
    Evaluation worst(Executable candidate, Split split) {
        return switch (evaluator.evaluate(candidate, split)) {
            case Scored first -> worst(candidate, split, first);
            case Failed failed -> failed;
        };
    }
}
