package dev.tradewind.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The isolation this machine offers, found by really running a JVM in it.
///
/// @param chosen the strongest that works, or the one demanded
/// @param rungs every rung tried to get there, strongest first; those before the last do not work
public record IsolationProbe(Isolation chosen, List<Rung> rungs) {

    public IsolationProbe {
        rungs = List.copyOf(rungs);
    }

    /// One way of isolation, tried.
    ///
    /// @param reason why it does not work, in one line; empty where it does
    public record Rung(Isolation isolation, boolean works, String reason) {

        @Override
        public String toString() {
            return works
                    ? isolation + ": " + isolation.promise()
                    : isolation + ": not here (" + reason + "). " + isolation.remedy();
        }
    }

    /// Tries rung by rung, strongest first, and stops at the first that works.
    ///
    /// @throws SandboxException when none does
    public static IsolationProbe probe() {
        List<Rung> tried = new ArrayList<>();
        for (Isolation isolation : Isolation.values()) {
            Rung rung = trial(isolation);
            tried.add(rung);
            if (rung.works()) {
                return new IsolationProbe(isolation, tried);
            }
        }
        throw new SandboxException("no isolation works here:\n" + lines(tried));
    }

    /// Tries one rung and takes no other.
    ///
    /// @throws SandboxException when it does not work here; the message says what to install
    public static IsolationProbe demand(Isolation isolation) {
        Rung rung = trial(isolation);
        if (!rung.works()) {
            throw new SandboxException(rung.toString());
        }
        return new IsolationProbe(isolation, List.of(rung));
    }

    /// Tries every rung, for a list of what there is.
    public static List<Rung> tryAll() {
        return Arrays.stream(Isolation.values()).map(IsolationProbe::trial).toList();
    }

    /// The rung in use and why no stronger one: one line each.
    public String describe() {
        return lines(rungs.reversed());
    }

    private static Rung trial(Isolation isolation) {
        Trial trial = Trial.of(isolation.wrap(JavaCommand.version(), JavaCommand.runtime()));
        return new Rung(isolation, trial.works(), trial.reason());
    }

    private static String lines(List<Rung> rungs) {
        return String.join("\n", rungs.stream().map(Rung::toString).toList());
    }
}
