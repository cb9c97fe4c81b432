package dev.tradewind.journal;

import dev.tradewind.archive.Preference;
import dev.tradewind.evaluation.Measure;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.program.Program;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a run is.
///
/// @param task its name
/// @param campaign the resolved campaign, YAML with every default written out
/// @param plan hash of what decides the run, so that a resume can tell a changed plan
/// @param measures reported of each candidate
/// @param seedScores of the starting program on training and on validation; none in journals made
///   before version 4
/// @param start the task's starting program; programs are stored as differences from it
/// @param versions of what made the journal, such as `tradewind` and `jdk`
public record RunHeader(
        String task,
        String campaign,
        String plan,
        long seed,
        List<Objective> objectives,
        List<Measure> measures,
        List<Scores> seedScores,
        Program start,
        Instant created,
        SortedMap<String, String> versions) {

    public RunHeader {
        objectives = List.copyOf(objectives);
        if (objectives.isEmpty()) {
            throw new IllegalArgumentException("a run has at least one objective");
        }
        measures = List.copyOf(measures);
        seedScores = List.copyOf(seedScores);
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    /// Of a run without measures.
    public RunHeader(
            String task,
            String campaign,
            String plan,
            long seed,
            List<Objective> objectives,
            Program start,
            Instant created,
            SortedMap<String, String> versions) {
        this(
                task,
                campaign,
                plan,
                seed,
                objectives,
                List.of(),
                List.of(),
                start,
                created,
                versions);
    }

    /// Between the scores of this run.
    public Preference preference() {
        return new Preference(objectives);
    }

    /// The objective named first.
    public Objective objective() {
        return objectives.getFirst();
    }
}
