package dev.tradewind.report;

import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Measure;
import dev.tradewind.evaluation.Objective;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Values by the names of what they are values of; none where there is no score.
public record Names(List<Objective> objectives, List<Measure> measures) {

    public Map<String, Double> scores(Evaluation evaluation) {
        return evaluation instanceof Scored scored
                ? RunDocument.named(objectives, scored.scores())
                : Map.of();
    }

    public Map<String, Double> measures(Evaluation evaluation) {
        Map<String, Double> named = new LinkedHashMap<>();
        if (evaluation instanceof Scored scored) {
            for (int at = 0; at < Math.min(measures.size(), values(scored).size()); at++) {
                named.put(measures.get(at).name(), values(scored).get(at));
            }
        }
        return named;
    }

    private static List<Double> values(Scored scored) {
        return scored.measures().values();
    }
}
