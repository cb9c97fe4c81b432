package dev.tradewind.cli;

import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Measure;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Task;
import dev.tradewind.report.Figures;
import dev.tradewind.report.Names;
import dev.tradewind.report.RunDocument;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What an evaluation came to, in words and in documents.
///
/// @param objectives of the task, in its order
/// @param measures of the task, in its order
record ScoreText(List<Objective> objectives, List<Measure> measures) {

    private static final String BETWEEN = " / ";

    static ScoreText of(Task task) {
        return new ScoreText(task.objectives(), task.measures());
    }

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
        List<String> beside = new ArrayList<>();
        measured(scored)
                .forEach(
                        (name, value) ->
                                beside.add(name + " " + Figures.withUnit(value, unit(name))));
        return String.join(", ", parts)
                + (beside.isEmpty() ? "" : " (" + String.join(", ", beside) + ")");
    }

    private String unit(String measure) {
        return measures.stream()
                .filter(one -> one.name().equals(measure))
                .map(Measure::unit)
                .findFirst()
                .orElse("1");
    }

    /// Values by name of their measure; none where there is no score.
    Map<String, Double> measured(Evaluation evaluation) {
        return new Names(objectives, measures).measures(evaluation);
    }

    /// Values by name of their objective; none where there is no score.
    Map<String, Double> named(Evaluation evaluation) {
        return evaluation instanceof Scored scored
                ? RunDocument.named(objectives, scored.scores())
                : Map.of();
    }

    /// Names of the objectives, as a heading over [#cell].
    String heading() {
        return String.join(BETWEEN, objectives.stream().map(Objective::name).toList());
    }

    /// The values of the objectives, for a table.
    String cell(Evaluation evaluation) {
        return switch (evaluation) {
            case Scored scored ->
                    IntStream.range(0, objectives.size())
                            .mapToObj(at -> cell(scored, at))
                            .collect(Collectors.joining(BETWEEN));
            case Failed failed -> failed.cause().toString();
        };
    }

    private String cell(Scored scored, int at) {
        return Figures.value(scored.scores().values().get(at), objectives.get(at).unit());
    }
}
