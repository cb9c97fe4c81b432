package dev.tradewind.report;

import com.fasterxml.jackson.annotation.JsonIgnore;

import dev.tradewind.evaluation.Direction;
import dev.tradewind.evaluation.Mark;
import dev.tradewind.evaluation.Marks;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.search.Outcome.Replayed;

import org.jspecify.annotations.Nullable;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a run came to, in the form in which it is printed by `run --json` and kept as
/// `report/outcome.json`. Values are in the unit of their objective. Maps keep the task's order.
///
/// @param schema always [#SCHEMA]
/// @param run the run's folder as it was named
/// @param repeats runs that a program must go through before it may be the best, where one run
///   differs from another; 0 where none does
/// @param evaluations of the search; random search had as many
/// @param best null when there is no valid candidate
/// @param front the programs none of which another one is preferred to, the best one first; null in
///   outcomes of schema 1
/// @param baselines by name of a classical program or [#RANDOM]: its objectives on validation
/// @param test by test set: the best program's first objective
/// @param baselineTest by name as in `baselines`: the same for the others
/// @param spend of the search
/// @param rungs what each rung of the ladder brought and cost, in the ladder's order
/// @param law what was believed of them in the end; null when flights were shared out
/// @param prompts the same for each prompt language models were asked with, by name
/// @param descent what the best program and all it descends from cost together; null when the seed
///   is still the best
/// @param replay how a replay went; null for a run of its own
/// @param content digest of what the journal says, equal for equal runs
/// @param command what starts the same run again
public record RunDocument(
        String schema,
        String run,
        String task,
        State status,
        long seed,
        String budget,
        int repeats,
        long evaluations,
        List<Aim> objectives,
        @Nullable Best best,
        @Nullable FrontResult front,
        Map<String, Map<String, Double>> baselines,
        Map<String, Double> test,
        Map<String, Map<String, Double>> baselineTest,
        Outcomes outcomes,
        Spent spend,
        List<RungResult> rungs,
        @Nullable LawResult law,
        List<PromptResult> prompts,
        @Nullable Cost descent,
        @Nullable Replayed replay,
        String content,
        String command) {

    public static final String SCHEMA = "tradewind/run/2";

    /// Name under which equally many random programs stand among the baselines.
    public static final String RANDOM = "random search";

    /// Outcomes written before there were models tell of no rungs and no prompts.
    public RunDocument {
        rungs = rungs == null ? List.of() : List.copyOf(rungs);
        prompts = prompts == null ? List.of() : List.copyOf(prompts);
        objectives = List.copyOf(objectives);
        baselines = Ordered.copy(baselines);
        test = Ordered.copy(test);
        baselineTest = Ordered.copy(baselineTest);
    }

    /// An objective: its name, `minimise` or `maximise`, and its unit; target, bound and reference
    /// where the task names them.
    public record Aim(
            String name,
            String direction,
            String unit,
            @Nullable Double target,
            @Nullable Double bound,
            @Nullable Double reference) {

        public static Aim of(Objective objective) {
            String direction = objective.direction().name().toLowerCase(Locale.ROOT);
            Marks marks = objective.marks();
            return new Aim(
                    objective.name(),
                    direction,
                    objective.unit(),
                    value(marks.target()),
                    value(marks.bound()),
                    value(marks.reference()));
        }

        Objective objective() {
            Direction way = Direction.valueOf(direction.toUpperCase(Locale.ROOT));
            return new Objective(
                    name, way, unit, new Marks(mark(target), mark(bound), mark(reference)));
        }

        private static @Nullable Double value(Mark mark) {
            return mark instanceof Mark.At(double value) ? value : null;
        }

        private static Mark mark(@Nullable Double value) {
            return value == null ? new Mark.None() : new Mark.At(value);
        }
    }

    /// The best program.
    ///
    /// @param id of its files
    /// @param objectives on the validation instances, by which it was chosen
    /// @param training on the instances the search saw
    public record Best(String id, Map<String, Double> objectives, Map<String, Double> training) {
        public Best {
            objectives = Ordered.copy(objectives);
            training = Ordered.copy(training);
        }
    }

    /// The document a file holds.
    ///
    /// @throws UncheckedIOException when it cannot be read or is another document
    public static RunDocument read(Path file) {
        return Json.read(file, RunDocument.class);
    }

    /// Values by name of their objective.
    public static Map<String, Double> named(List<Objective> objectives, Scores scores) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int at = 0; at < objectives.size(); at++) {
            named.put(objectives.get(at).name(), scores.values().get(at));
        }
        return named;
    }

    /// Whether there was more to propose with than breeding.
    @JsonIgnore
    boolean hasLadder() {
        return rungs.size() > 1 || rungs.stream().anyMatch(rung -> rung.model() != null);
    }

    /// Whether there are several objectives and a front to be told of.
    @JsonIgnore
    boolean hasFront() {
        return objectives.size() > 1 && front != null;
    }

    /// The objective named first.
    @JsonIgnore
    public Objective objective() {
        return objectives.getFirst().objective();
    }
}
