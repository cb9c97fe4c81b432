package dev.tradewind.cli;

import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.report.Figures;
import dev.tradewind.report.RunDocument;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What an evaluation came to, in words and in documents.
///
/// @param objectives of the task, in its order
record ScoreText(List<Objective> objectives) {

    /// One phrase: `5.37 % excess`, or `FUEL: or3-u500#1: …`.
    String phrase(Evaluation evaluation) {
        return switch (evaluation) {
            case Scored scored -> phrase(scored);
            case Failed failed -> failed.cause() + ": " + failed.detail();
        };
    }

    private String phrase(Scored scored) {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < objectives.size(); at++) {
            Objective objective = objectives.get(at);
            double value = scored.scores().values().get(at);
            parts.add(Figures.of(value, objective) + " " + objective.name());
        }
        return String.join(", ", parts);
    }

    /// Values by name of their objective; none where there is no score.
    Map<String, Double> named(Evaluation evaluation) {
        return evaluation instanceof Scored scored
                ? RunDocument.named(objectives, scored.scores())
                : Map.of();
    }

    /// The value that decides, for a table.
    String cell(Evaluation evaluation) {
        return switch (evaluation) {
            case Scored scored ->
                    Figures.value(scored.scores().first(), objectives.getFirst().unit());
            case Failed failed -> failed.cause().toString();
        };
    }
}
