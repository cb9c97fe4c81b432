package dev.tradewind.cli;

import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Spend;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.report.Outcomes;

import java.time.Duration;

/// What the progress block shows at one moment.
///
/// @param heading who is running: task, run, seed
/// @param phase what the run is busy with
/// @param elapsed clock time over all sessions of the run
/// @param best the best validated value so far and how it came
/// @param objective what that value is
/// @param budget of this phase
/// @param spend of this phase
/// @param outcomes what became of the proposals of this phase
/// @param place one line about where it runs, such as `6 islands, 2 jobs, bubblewrap`
record Scene(
        Heading heading,
        String phase,
        Duration elapsed,
        Best best,
        Objective objective,
        Budget budget,
        Spend spend,
        Outcomes outcomes,
        String place) {

    /// Who is running.
    record Heading(String task, String run, long seed) {}

    /// @param value validated, of the objective that decides
    /// @param change against the best before; 0 when there was none
    /// @param age since it was found
    record Best(double value, double change, Duration age) {}
}
