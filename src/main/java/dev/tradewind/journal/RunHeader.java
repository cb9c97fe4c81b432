package dev.tradewind.journal;

import dev.tradewind.evaluation.Objective;
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
/// @param start the task's starting program; programs are stored as differences from it
/// @param versions of what made the journal, such as `tradewind` and `jdk`
public record RunHeader(
        String task,
        String campaign,
        String plan,
        long seed,
        List<Objective> objectives,
        Program start,
        Instant created,
        SortedMap<String, String> versions) {

    public RunHeader {
        objectives = List.copyOf(objectives);
        if (objectives.isEmpty()) {
            throw new IllegalArgumentException("a run has at least one objective");
        }
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    /// The objective that decides.
    public Objective objective() {
        return objectives.getFirst();
    }
}
