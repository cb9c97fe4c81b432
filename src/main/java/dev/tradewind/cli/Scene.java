package dev.tradewind.cli;

import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Spend;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.report.Outcomes;
import dev.tradewind.search.Prospect;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the progress block shows at one moment.
///
/// @param heading what does not change
/// @param phase what the run is busy with
/// @param elapsed clock time over all sessions of the run
/// @param best the best validated value so far and how it came
/// @param budget of this phase
/// @param spend of this phase
/// @param outcomes what became of the proposals of this phase
/// @param rungs what each rung has cost in this phase, by name
/// @param prospect what is believed of them
record Scene(
        Heading heading,
        String phase,
        Duration elapsed,
        Best best,
        Budget budget,
        Spend spend,
        Outcomes outcomes,
        Map<String, Spend> rungs,
        Prospect prospect) {

    Scene {
        rungs = Collections.unmodifiableMap(new LinkedHashMap<>(rungs));
    }

    /// Whether there is more to tell of proposers than that they breed.
    boolean hasLadder() {
        return rungs.size() > 1 || spend.models().calls() > 0;
    }

    /// Who is running.
    ///
    /// @param objective the one that decides
    /// @param place one line about where it runs, such as `6 islands, 2 jobs, bubblewrap`
    record Heading(String task, String run, long seed, Objective objective, String place) {}

    /// @param value validated, of the first objective
    /// @param change against the best before; 0 when there was none
    /// @param age since it was found, or since the front last changed
    /// @param front how many programs none of which another one is preferred to; 1 with one
    ///   objective
    record Best(double value, double change, Duration age, int front) {

        /// Of a run with one objective.
        Best(double value, double change, Duration age) {
            this(value, change, age, 1);
        }
    }
}
