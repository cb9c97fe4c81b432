package dev.tradewind.cli;

import dev.tradewind.campaign.Setting;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;

/// What the command line says about a plan, on top of the task or campaign file.
final class Settings {

    @Mixin private final TaskSettings task = new TaskSettings();

    @Option(
            names = "--budget",
            paramLabel = "<amount>",
            description =
                    "What may be spent: '60 s', '300 CPU s', '1000 evaluations', '5 USD', '2 M"
                            + " tokens'. Several may stand together; the first one reached stops.")
    private List<String> budget = new ArrayList<>();

    @Option(
            names = "--until",
            paramLabel = "<what>",
            description =
                    "What ends the run: 'budget', or 'targets', which ends it as soon as one"
                            + " program reaches all targets of the task. Default: budget.")
    private String until = "";

    @Option(
            names = "--jobs",
            paramLabel = "<count>",
            description = "Evaluations at the same time; default: one per core.")
    private String jobs = "";

    @Option(names = "--no-baseline", description = "Leave out the random search for comparison.")
    private boolean noBaseline;

    @Option(
            names = "--eager",
            description = "Settle evaluations as they land: faster, but not repeatable.")
    private boolean eager;

    @Option(
            names = "--calls",
            paramLabel = "<count>",
            description =
                    "Calls at the same time of each language model that names no number of its"
                            + " own; default: 16.")
    private String calls = "";

    @Option(
            names = "--offline",
            description = "Call no language model: a plan with one is refused, or replayed.")
    private boolean offline;

    String sandbox() {
        return task.sandbox();
    }

    boolean offline() {
        return offline;
    }

    /// What was said, to count more than the file.
    List<Setting> said() {
        List<Setting> said = new ArrayList<>(task.said());
        if (!budget.isEmpty()) {
            said.add(new Setting("--budget", "budget", String.join(", ", budget)));
        }
        if (!until.isEmpty()) {
            said.add(new Setting("--until", "until", until));
        }
        if (!jobs.isEmpty()) {
            said.add(new Setting("--jobs", "jobs", jobs));
        }
        if (!calls.isEmpty()) {
            said.add(new Setting("--calls", "calls", calls));
        }
        if (noBaseline) {
            said.add(new Setting("--no-baseline", "baseline", "false"));
        }
        if (eager) {
            said.add(new Setting("--eager", "order", "eager"));
        }
        return said;
    }

    /// The options that change what a run does, as they would be typed; not the seed.
    String typed() {
        StringBuilder typed = new StringBuilder();
        budget.forEach(amount -> typed.append(" --budget ").append(TaskSettings.quoted(amount)));
        typed.append(until.isEmpty() ? "" : " --until " + TaskSettings.quoted(until));
        typed.append(calls.isEmpty() ? "" : " --calls " + calls);
        typed.append(task.typed());
        typed.append(noBaseline ? " --no-baseline" : "").append(eager ? " --eager" : "");
        typed.append(offline ? " --offline" : "");
        return typed.toString();
    }
}
