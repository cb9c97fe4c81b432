package dev.tradewind.cli;

import dev.tradewind.sandbox.Isolation;
import dev.tradewind.sandbox.IsolationProbe;

/// Chooses the isolation candidates run in, and says which it is: never a silent fallback.
final class RungChoice {

    private RungChoice() {}

    /// The rung asked for, or the strongest that works here.
    ///
    /// @param name empty for the strongest
    /// @throws UsageException when there is no rung of that name
    /// @throws dev.tradewind.sandbox.SandboxException when it does not work here
    static Isolation of(String name, Console console) {
        IsolationProbe probe =
                name.isEmpty() ? IsolationProbe.probe() : IsolationProbe.demand(named(name));
        if (probe.chosen() == Isolation.BUBBLEWRAP) {
            console.note("sandbox " + probe.describe());
        } else {
            console.error("warning: weak isolation of candidates");
            probe.describe().lines().forEach(line -> console.error("  " + line));
        }
        return probe.chosen();
    }

    private static Isolation named(String name) {
        try {
            return Isolation.named(name);
        } catch (IllegalArgumentException unknown) {
            throw new UsageException("--sandbox: " + unknown.getMessage() + ".");
        }
    }
}
