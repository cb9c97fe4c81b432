package dev.tradewind.cli;

import dev.tradewind.campaign.Setting;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the command line says about a task: enough to evaluate programs on it.
final class TaskSettings {

    @Option(
            names = "--seed",
            paramLabel = "<number>",
            description = "Everything random follows from it.")
    private String seed = "";

    @Option(
            names = "--set",
            paramLabel = "<key>=<value>",
            description =
                    "Changes one setting of the plan, such as evolution.islands=10, or one of the"
                            + " task's parameters: parameters.<name>=<value>.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--sandbox",
            paramLabel = "<rung>",
            description = "Isolation to use; see 'tradewind doctor'. Default: the strongest here.")
    private String sandbox = "";

    String sandbox() {
        return sandbox;
    }

    /// What was said, to count more than the task's or campaign's file.
    List<Setting> said() {
        List<Setting> said = new ArrayList<>();
        set.forEach((key, value) -> said.add(new Setting("--set", key, value)));
        if (!seed.isEmpty()) {
            said.add(new Setting("--seed", "seed", seed));
        }
        return said;
    }

    /// The options that change what a run does, as they would be typed; not the seed.
    String typed() {
        StringBuilder typed = new StringBuilder();
        set.forEach((key, value) -> typed.append(" --set ").append(quoted(key + "=" + value)));
        return typed.toString();
    }

    /// A word as a shell takes it.
    static String quoted(String word) {
        return word.matches("[\\w./:=+@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
