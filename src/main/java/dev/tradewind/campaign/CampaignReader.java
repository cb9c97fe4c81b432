package dev.tradewind.campaign;

import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Limit;
import dev.tradewind.budget.PriceList;
import dev.tradewind.budget.Usage;
import dev.tradewind.campaign.Campaign.Order;
import dev.tradewind.campaign.Campaign.Until;
import dev.tradewind.evaluation.Mark;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Task;
import dev.tradewind.evolution.EvolutionSettings;
import dev.tradewind.prompt.PromptException;
import dev.tradewind.proposer.breeding.BreedingSettings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Reads plans. Later ones count more: the engine's defaults, the task's, the campaign file, single
/// settings.
public final class CampaignReader {

    static final Map<String, Order> ORDERS =
            Map.of("deterministic", Order.DETERMINISTIC, "eager", Order.EAGER);

    private static final Map<String, Until> UNTIL =
            Map.of("budget", Until.BUDGET, "targets", Until.TARGETS);

    private static final Budget BUDGET = Budget.of(new Limit.Wall(Duration.ofMinutes(1)));
    private static final int MOST_JOBS = 4_096;
    private static final int LARGEST_WINDOW = 100_000;

    private final Path target;
    private final Problems problems = new Problems();

    private CampaignReader(Path target) {
        this.target = target;
    }

    /// The plan in a campaign file, or the usual one for a task's folder or `task.yaml`.
    ///
    /// @param settings said on top of the file, the last one counting most
    /// @throws CampaignException listing everything that is wrong
    public static Campaign read(Path target, List<Setting> settings) {
        return new CampaignReader(target).read(settings);
    }

    private Campaign read(List<Setting> settings) {
        if (!Files.exists(target)) {
            problems.add(target + "  is missing." + TextFile.siblings(target));
        } else if (Files.isDirectory(target) && !Files.exists(target.resolve(TaskFile.NAME))) {
            problems.add(target + "  is no task: it holds no " + TaskFile.NAME + ".");
        }
        problems.throwIfAny();
        return isTask() ? plan(taskFolder(), noFile(), settings) : plan(settings);
    }

    private boolean isTask() {
        return Files.isDirectory(target) || target.endsWith(TaskFile.NAME);
    }

    private Path taskFolder() {
        return Files.isDirectory(target) ? target : target.resolveSibling("");
    }

    private Node.Mapping noFile() {
        return Node.Mapping.empty(Place.of(target.toString()));
    }

    private Campaign plan(List<Setting> settings) {
        Node.Mapping file = YamlFile.read(target, problems);
        problems.throwIfAny();
        Section top = new Section("", file, problems);
        Path folder =
                target.resolveSibling(top.required("task", Path::of, Path.of("."))).normalize();
        if (!Files.exists(folder.resolve(TaskFile.NAME))) {
            String fix = TextFile.siblings(folder);
            top.problem("task", "there is no " + folder.resolve(TaskFile.NAME) + "." + fix);
        }
        problems.throwIfAny();
        return plan(folder, file, settings);
    }

    private Campaign plan(Path folder, Node.Mapping file, List<Setting> settings) {
        TaskFile taskFile = TaskFile.open(folder, problems);
        problems.throwIfAny();
        Node.Mapping said = taskFile.campaign().under(file);
        for (Setting setting : settings) {
            said = said.under(setting.asNode());
        }
        Section top = new Section("", LadderFile.opened(said, target, problems), problems);
        problems.throwIfAny();
        Task task = taskFile.task(top.section("parameters"));
        Campaign campaign = campaign(top, task);
        problems.throwIfAny();
        return campaign;
    }

    private Campaign campaign(Section top, Task task) {
        top.text("task", "");
        Ladder ladder = LadderSection.read(top, this::beside, Ladder.usual(task));
        LadderSection.fit(top, ladder, task);
        try {
            ladder.library();
        } catch (PromptException wrong) {
            wrong.problems().forEach(problems::add);
        }
        Campaign campaign =
                new Campaign(
                        top.text("name", isTask() ? task.name() : fileName()),
                        task,
                        budget(top),
                        until(top, task),
                        top.value("seed", Campaign.SEED, Scalars::whole),
                        top.value(
                                "jobs",
                                Campaign.processors(),
                                text -> Scalars.whole(text, MOST_JOBS)),
                        top.value("order", order(ladder), text -> Scalars.word(text, ORDERS)),
                        top.value(
                                "window",
                                window(ladder),
                                text -> Scalars.whole(text, LARGEST_WINDOW)),
                        top.value("baseline", true, text -> Scalars.word(text, Scalars.SWITCH)),
                        ladder,
                        SettingsSection.read(top.section("evolution"), EvolutionSettings.DEFAULT),
                        SettingsSection.read(top.section("breeding"), BreedingSettings.DEFAULT));
        top.close();
        bounded(top, campaign);
        return campaign;
    }

    /// Models take their time, and nobody should wait for the slowest: with them flights settle as
    /// they land.
    private static Order order(Ladder ladder) {
        return ladder.models().isEmpty() ? Order.DETERMINISTIC : Order.EAGER;
    }

    private static int window(Ladder ladder) {
        return Campaign.WINDOW + ladder.models().stream().mapToInt(ladder::room).sum();
    }

    private static boolean costs(PriceList price) {
        Usage some = new Usage(2, 1, 1, 0);
        return price.of(some, Duration.ofHours(1)).amount().signum() > 0;
    }

    /// A run whose only limits no rung ever comes near would never end.
    private static void bounded(Section top, Campaign campaign) {
        boolean paid =
                campaign.ladder().models().stream().anyMatch(rung -> costs(rung.model().price()));
        boolean read = !campaign.ladder().models().isEmpty();
        boolean ends =
                campaign.budget().limits().stream()
                        .anyMatch(
                                limit ->
                                        switch (limit) {
                                            case Limit.Money _ -> paid;
                                            case Limit.Tokens _ -> read;
                                            case Limit.Evaluations _, Limit.Wall _, Limit.Cpu _ ->
                                                    true;
                                        });
        if (!ends) {
            top.problem(
                    "budget",
                    "\"%s\" is never reached: no rung of the ladder costs any. Add a limit of time"
                                    .formatted(campaign.budget())
                            + " or evaluations, such as \"60 s\".");
        }
    }

    /// A path as written in the campaign, in the file's folder.
    private Path beside(String path) {
        return taskOrFileFolder().resolve(path).toAbsolutePath().normalize();
    }

    private Path taskOrFileFolder() {
        return isTask() ? taskFolder() : target.resolveSibling("");
    }

    private static Budget budget(Section top) {
        if (!top.has("budget")) {
            top.text("budget", "");
            return BUDGET;
        }
        List<String> limits = top.texts("budget");
        try {
            return limits.isEmpty() ? BUDGET : BudgetReader.parse(String.join(", ", limits));
        } catch (IllegalArgumentException wrong) {
            top.problem("budget", String.valueOf(wrong.getMessage()));
            return BUDGET;
        }
    }

    /// Waiting for targets nobody named would be waiting for ever.
    private static Until until(Section top, Task task) {
        Until until = top.value("until", Until.BUDGET, text -> Scalars.word(text, UNTIL));
        if (until == Until.TARGETS && task.objectives().stream().noneMatch(CampaignReader::aimed)) {
            top.problem(
                    "until",
                    "no objective of task %s has a target. Maybe add one to its task.yaml, such as"
                                    .formatted(task.name())
                            + " \"target: 0.1\".");
        }
        return until;
    }

    private static boolean aimed(Objective objective) {
        return objective.marks().target() instanceof Mark.At;
    }

    private String fileName() {
        return target.toFile().getName().replaceFirst("\\.ya?ml$", "");
    }
}
