package dev.tradewind.report;

import dev.tradewind.archive.Preference;
import dev.tradewind.archive.Reference;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.search.Examined;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The front of a run: the programs none of which another one is preferred to. With one objective
/// it has one member, the best program.
///
/// @param members the best in the first objective first
/// @param random members of the front of equally many random programs
/// @param seed what the starting program reached on validation, by objective
/// @param reference where the hypervolume is counted from, by objective
/// @param hypervolume that the members cover on validation, in the product of the objectives' units
/// @param randomHypervolume the same of the random programs; null when there were none
/// @param units of the measures, by name; empty in outcomes written before they were told
/// @param targetsReached evaluations after which one member had reached every target; null when
///   none has, or no target is named
public record FrontResult(
        List<Member> members,
        List<Member> random,
        Map<String, Double> seed,
        Map<String, Double> reference,
        double hypervolume,
        @Nullable Double randomHypervolume,
        Map<String, String> units,
        @Nullable Long targetsReached) {

    public FrontResult {
        members = List.copyOf(members);
        random = List.copyOf(random);
        seed = Ordered.copy(seed);
        reference = Ordered.copy(reference);
        units = units == null ? Map.of() : Ordered.copy(units);
    }

    /// A program of the front.
    ///
    /// @param id of its files
    /// @param objectives on the validation instances
    /// @param training on the instances the search saw
    /// @param measures on the validation instances, by name
    /// @param test objectives by test set
    /// @param measured measures by test set; empty in outcomes written before they were told
    public record Member(
            String id,
            Map<String, Double> objectives,
            Map<String, Double> training,
            Map<String, Double> measures,
            Map<String, Map<String, Double>> test,
            Map<String, Map<String, Double>> measured) {

        public Member {
            objectives = Ordered.copy(objectives);
            training = Ordered.copy(training);
            measures = Ordered.copy(measures);
            test = Ordered.copy(test);
            measured = measured == null ? Map.of() : Ordered.copy(measured);
        }

        static Member of(Names names, Examined program) {
            Map<String, Map<String, Double>> test = new LinkedHashMap<>();
            Map<String, Map<String, Double>> measured = new LinkedHashMap<>();
            program.test().forEach((set, evaluation) -> test.put(set, names.scores(evaluation)));
            program.test()
                    .forEach((set, evaluation) -> measured.put(set, names.measures(evaluation)));
            return new Member(
                    program.program().id().hex(),
                    names.scores(program.validation()),
                    names.scores(program.training()),
                    names.measures(program.validation()),
                    test,
                    measured);
        }
    }

    /// What fronts of validated programs come to.
    ///
    /// @param start what the seed reached
    record Counting(Preference preference, Scores start) {

        Reference reference() {
            return Reference.of(preference, start);
        }

        double hypervolume(List<Examined> programs) {
            return reference()
                    .hypervolume(
                            programs.stream()
                                    .map(Examined::validation)
                                    .filter(Scored.class::isInstance)
                                    .map(Scored.class::cast)
                                    .map(Evaluation.Scored::scores)
                                    .toList());
        }
    }
}
