package dev.tradewind.cli;

import dev.tradewind.sandbox.CommandRunner;
import dev.tradewind.sandbox.Isolation;
import dev.tradewind.sandbox.IsolationProbe;
import dev.tradewind.sandbox.IsolationProbe.Rung;
import dev.tradewind.sandbox.SandboxException;
import dev.tradewind.sandbox.Tool;
import dev.tradewind.sandbox.Toolbox;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.tools.ToolProvider;

/// What was found on this machine.
///
/// @param rungs of isolation, strongest first
/// @param findings those of the rungs included
record Checkup(List<Rung> rungs, List<Finding> findings) {

    /// Tools by what they are for; a run needs none of them where a rung works without.
    private static final Map<String, String> TOOLS =
            new TreeMap<>(
                    Map.of(
                            "bwrap", "the strongest isolation (package bubblewrap)",
                            "unshare", "the second rung of isolation (package util-linux)",
                            "setpriv", "ending children with their parent (package util-linux)",
                            "gcc", "tasks in C, and the project's own tests (package gcc)",
                            "prlimit", "candidates that are not in Java (package util-linux)",
                            "python3", "tasks in Python (package python3)",
                            "tcc", "fast builds of early stages in C; else gcc (package tcc)",
                            "mvn", "building tradewind (package maven)"));

    private static final Set<String> VERSIONED = Set.of("gcc", "tcc", "python3", "bwrap");
    private static final String LANE = "processes";

    static Checkup of(Path results) {
        List<Rung> rungs = IsolationProbe.tryAll();
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        rungs.forEach(rung -> findings.add(isolation(rung)));
        findings.add(lane(rungs));
        TOOLS.forEach((name, purpose) -> findings.add(tool(name, purpose)));
        findings.add(writable(results));
        return new Checkup(rungs, findings);
    }

    /// Whether runs are possible.
    boolean healthy() {
        return !sandbox().isEmpty()
                && findings.stream().allMatch(finding -> finding.ok() || !finding.needed());
    }

    /// The strongest rung that works; empty when none does.
    String sandbox() {
        return rungs.stream()
                .filter(Rung::works)
                .map(Rung::isolation)
                .map(Isolation::toString)
                .findFirst()
                .orElse("");
    }

    /// Processes that wanted to run in the last minute; negative when the system does not tell.
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static Finding java() {
        String version = System.getProperty("java.version") + " " + System.getProperty("java.home");
        return ToolProvider.getSystemJavaCompiler() == null
                ? new Finding("java", false, true, version, "It has no compiler: install a JDK.")
                : Finding.well("java", true, version);
    }

    private static Finding isolation(Rung rung) {
        Isolation isolation = rung.isolation();
        return rung.works()
                ? Finding.well(isolation.toString(), false, isolation.promise())
                : new Finding(
                        isolation.toString(), false, false, rung.reason(), isolation.remedy());
    }

    /// What candidates that are not in Java are kept in by.
    private static Finding lane(List<Rung> rungs) {
        Isolation best =
                rungs.stream()
                        .filter(Rung::works)
                        .map(Rung::isolation)
                        .findFirst()
                        .orElse(Isolation.PROCESS);
        try (CommandRunner runner = CommandRunner.of(best)) {
            return Finding.well(LANE, false, runner.describe());
        } catch (SandboxException refused) {
            return new Finding(
                    LANE,
                    false,
                    false,
                    "no task in C, Python or another language can be run",
                    "" + refused.getMessage());
        }
    }

    /// The first line of a language's version; of other tools the place is enough.
    private static String found(String name, Path path) {
        String version = VERSIONED.contains(name) ? Toolbox.version(name) : "";
        return version.isEmpty() ? path.toString() : path + "  " + version;
    }

    private static Finding tool(String name, String purpose) {
        return Tool.find(name)
                .map(path -> Finding.well(name, false, found(name, path)))
                .orElseGet(
                        () ->
                                new Finding(
                                        name, false, false, "not found", "Needed for " + purpose));
    }

    /// Tried by making a file where the results folder is, or in the nearest folder there is.
    private static Finding writable(Path results) {
        Path nearest = results.toAbsolutePath().normalize();
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        try {
            Files.delete(Files.createTempFile(nearest, ".tradewind", ".part"));
            return Finding.well("results", true, results + "/ can be written");
        } catch (IOException refused) {
            return new Finding(
                    "results",
                    false,
                    true,
                    "%s cannot be written: %s".formatted(nearest, refused),
                    "Name another folder with --results.");
        }
    }
}
