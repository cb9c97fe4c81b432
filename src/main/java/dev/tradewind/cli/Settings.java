package dev.tradewind.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the command line says about a plan, on top of the task or campaign file.
final class Settings {

    @Option(
            names = "--budget",
            paramLabel = "<amount>",
            description =
                    "What may be spent: '60 s', '300 CPU s', '1000 evaluations'. Several may"
                            + " stand together; the first one reached stops.")
    private List<String> budget = List.of();

    @Option(
            names = "--seed",
            paramLabel = "<number>",
            description = "Everything random follows from it.")
    private @Nullable Long seed;

    @Option(
            names = "--jobs",
            paramLabel = "<count>",
            description = "Evaluations at the same time; default: one per core.")
    private @Nullable Integer jobs;

    @Option(
            names = "--set",
            paramLabel = "<key>=<value>",
            description = "Changes one setting of the plan or parameter of the task.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--no-baseline", description = "Leave out the random search for comparison.")
    private boolean noBaseline;

    @Option(
            names = "--eager",
            description = "Settle evaluations as they land: faster, but not repeatable.")
    private boolean eager;

    @Option(
            names = "--sandbox",
            paramLabel = "<rung>",
            description = "Isolation to use; see 'tradewind doctor'. Default: the strongest here.")
    private String sandbox = "";

    @Option(
            names = "--offline",
            description = "Use nothing that needs a network. This version never does.")
    private boolean offline;

    List<String> budget() {
        return budget;
    }

    @Nullable Long seed() {
        return seed;
    }

    @Nullable Integer jobs() {
        return jobs;
    }

    Map<String, String> set() {
        return set;
    }

    boolean noBaseline() {
        return noBaseline;
    }

    boolean eager() {
        return eager;
    }

    String sandbox() {
        return sandbox;
    }

    boolean offline() {
        return offline;
    }

    /// The options that change what a run does, as they would be typed.
    String typed() {
        StringBuilder typed = new StringBuilder();
        budget.forEach(amount -> typed.append(" --budget ").append(quoted(amount)));
        set.forEach((key, value) -> typed.append(" --set ").append(quoted(key + "=" + value)));
        typed.append(noBaseline ? " --no-baseline" : "").append(eager ? " --eager" : "");
        return typed.toString();
    }

    /// A word as a shell takes it.
    static String quoted(String word) {
        return word.matches("[\\w./:=+@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
