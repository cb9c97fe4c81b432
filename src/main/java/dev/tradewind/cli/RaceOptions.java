package dev.tradewind.cli;

import dev.tradewind.bench.race.Contestant;
import dev.tradewind.bench.race.Race;
import dev.tradewind.budget.Limit;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.CampaignReader;
import dev.tradewind.campaign.Setting;
import dev.tradewind.law.allocation.Policy;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Who races on what, as the command line says it.
final class RaceOptions {

    /// Shipped beside a task: rungs that need no model.
    private static final String OFFLINE = "offline-ladder.yaml";

    private static final int MOST_SEEDS = 1_000;

    @Mixin private final TaskSettings task = new TaskSettings();

    @Option(
            names = "--ladder",
            paramLabel = "<file>",
            description =
                    "Who proposes; default: the campaign's ladder, or the task's "
                            + OFFLINE
                            + " where that has one rung.")
    private String ladder = "";

    @Option(
            names = "--policies",
            paramLabel = "<policy>",
            split = ",",
            description = "Those to compare with law; default: ${DEFAULT-VALUE}.",
            defaultValue = "uniform,ucb1,ucb1-per-cost,thompson")
    private List<String> policies = new ArrayList<>();

    @Option(
            names = "--fixed",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Each rung by itself races too; default: yes.")
    private boolean fixed = true;

    @Option(
            names = "--seeds",
            paramLabel = "<count>",
            description = "Runs of each contestant, from --seed on; default: ${DEFAULT-VALUE}.",
            defaultValue = "8")
    private int seeds;

    @Option(
            names = "--budget",
            paramLabel = "<amount>",
            description = "Of each run: CPU time or evaluations; default: ${DEFAULT-VALUE}.",
            defaultValue = "20 CPU s")
    private String budget = "";

    @Option(
            names = "--jobs",
            paramLabel = "<count>",
            description = "Evaluations at the same time in a run; default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private String jobs = "";

    String sandbox() {
        return task.sandbox();
    }

    /// @throws dev.tradewind.campaign.CampaignException listing all that is wrong in the files
    /// @throws UsageException when nothing can be learned from such a race
    Race race(Path target) {
        if (seeds < 2 || seeds > MOST_SEEDS) {
            throw new UsageException(
                    "--seeds: %d is not a count from 2 to %,d; an interval takes at least 2."
                            .formatted(seeds, MOST_SEEDS));
        }
        List<Policy> named = policies.stream().map(RaceOptions::policy).toList();
        Campaign plan = plan(target);
        check(plan);
        return new Race(plan, Contestant.of(plan.ladder(), named, fixed), seeds);
    }

    private static Policy policy(String name) {
        return Arrays.stream(Policy.values())
                .filter(policy -> policy.toString().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UsageException(
                                        "--policies: \"%s\" is no policy; there are: %s."
                                                .formatted(name, policies())));
    }

    private static String policies() {
        return Arrays.stream(Policy.values())
                .map(Policy::toString)
                .collect(Collectors.joining(", "));
    }

    private Campaign plan(Path target) {
        List<Setting> said = new ArrayList<>(task.said());
        said.add(new Setting("--budget", "budget", budget));
        said.add(new Setting("--jobs", "jobs", jobs));
        if (!ladder.isEmpty()) {
            said.add(new Setting("--ladder", "ladder", ladder));
        }
        Campaign plan = CampaignReader.read(target, said);
        Path offline = plan.task().folder().resolve(OFFLINE);
        if (ladder.isEmpty() && plan.ladder().rungs().size() == 1 && Files.exists(offline)) {
            said.add(new Setting("--ladder", "ladder", offline.toString()));
            return CampaignReader.read(target, said);
        }
        return plan;
    }

    private static void check(Campaign plan) {
        if (plan.ladder().rungs().size() < 2) {
            throw new UsageException(
                    "--ladder: there is one rung, %s, so nothing to choose. Name a file with two or"
                                    .formatted(plan.ladder().rungs().getFirst().name())
                            + " more, such as evaluators/bin-packing/"
                            + OFFLINE
                            + ".");
        }
        if (!plan.ladder().models().isEmpty()) {
            throw new UsageException(
                    "--ladder: rung %s is a language model, whose cost is money and not CPU time."
                                    .formatted(plan.ladder().models().getFirst().name())
                            + " Race rungs that need none, such as breeding:1 and breeding:16.");
        }
        plan.budget().limits().forEach(RaceOptions::check);
    }

    private static void check(Limit limit) {
        switch (limit) {
            case Limit.Cpu _, Limit.Evaluations _ -> {}
            case Limit.Wall _ ->
                    throw new UsageException(
                            "--budget: %s is time on the clock, of which other work on the machine"
                                            .formatted(limit)
                                    + " takes its part, so that contestants would not get the same."
                                    + " Say CPU time, '%s CPU s', or evaluations."
                                            .formatted(limit.toString().replace(" s", "")));
            case Limit.Money _, Limit.Tokens _ ->
                    throw new UsageException(
                            "--budget: %s is not spent without a language model, and a race has"
                                            .formatted(limit)
                                    + " none. Say CPU time, '20 CPU s', or evaluations.");
        }
    }
}
