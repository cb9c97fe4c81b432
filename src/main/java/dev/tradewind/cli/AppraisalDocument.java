package dev.tradewind.cli;

import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Task;
import dev.tradewind.program.Program;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/// What `evaluate --json` prints.
///
/// @param schema always [#SCHEMA]
/// @param program id of its files
/// @param status `scored` or `failed`
/// @param cause null when scored
/// @param detail null when scored
/// @param objectives by name; empty when failed
/// @param measures by name; empty when failed, and where the task names none
/// @param sets first objective by name of a file or test set; those without a score are absent
/// @param setObjectives all objectives by the same name
record AppraisalDocument(
        String schema,
        String task,
        String program,
        String status,
        @Nullable String cause,
        @Nullable String detail,
        Map<String, Double> objectives,
        Map<String, Double> measures,
        Map<String, Double> sets,
        Map<String, Map<String, Double>> setObjectives) {

    static final String SCHEMA = "tradewind/evaluation/2";

    static AppraisalDocument of(Task task, Program program, Appraisal appraisal) {
        ScoreText words = ScoreText.of(task);
        Failed failed = appraisal.overall() instanceof Failed one ? one : null;
        return new AppraisalDocument(
                SCHEMA,
                task.name(),
                program.id().hex(),
                failed == null ? "scored" : "failed",
                failed == null ? null : failed.cause().name(),
                failed == null ? null : failed.detail(),
                words.named(appraisal.overall()),
                words.measured(appraisal.overall()),
                sets(appraisal),
                setObjectives(words, appraisal));
    }

    private static Map<String, Double> sets(Appraisal appraisal) {
        Map<String, Double> sets = new LinkedHashMap<>();
        appraisal
                .sets()
                .forEach(
                        (name, evaluation) -> {
                            if (evaluation instanceof Scored scored) {
                                sets.put(name, scored.scores().first());
                            }
                        });
        return sets;
    }

    private static Map<String, Map<String, Double>> setObjectives(
            ScoreText words, Appraisal appraisal) {
        Map<String, Map<String, Double>> sets = new LinkedHashMap<>();
        appraisal
                .sets()
                .forEach(
                        (name, evaluation) -> {
                            if (evaluation instanceof Scored) {
                                sets.put(name, words.named(evaluation));
                            }
                        });
        return sets;
    }
}
