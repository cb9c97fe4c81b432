package dev.tradewind.cli;

import dev.tradewind.campaign.Campaign;
import dev.tradewind.cli.CheckDocument.Findings;
import dev.tradewind.cli.CheckDocument.Surroundings;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Task;
import dev.tradewind.report.Table;
import dev.tradewind.sandbox.Isolation;
import dev.tradewind.search.Assembly;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/// `tradewind check`: whether a task or campaign does what its author means, and what it costs.
@Command(
        name = "check",
        description = {
            "Checks a task or campaign: reads it, compiles its evaluator, runs its seed, examples"
                    + " and baselines in the sandbox, and says what its budget buys. For language"
                    + " models it tells what a proposal costs, about and at most, and which keys"
                    + " are set; they are called with --live only.",
            "",
            "Ends with 2 when a program does not come to what is expected of it, or a provider"
                    + " refuses a live call; with 3 when a provider does not answer it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./tradewind check evaluators/bin-packing",
            "  ./tradewind check my-campaign.yaml --live"
        })
final class CheckCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "<task or campaign.yaml>",
            description = "A task's folder, or a campaign file.")
    private Path target = Path.of("");

    @Mixin private final Settings settings = new Settings();

    @Option(
            names = "--live",
            description = "Make one tiny call to each language model; costs next to nothing.")
    private boolean live;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (live && settings.offline()) {
            throw new UsageException(
                    "--live: calls each model, and --offline forbids it. Leave out one of them.");
        }
        Loaded loaded = Loaded.of(target, settings.said());
        Isolation isolation = RungChoice.of(settings.sandbox(), console);
        loaded.tellSpared(console);
        try (Assembly assembly =
                Assembly.of(loaded.compiled(), loaded.campaign().seed(), 1, isolation)) {
            Findings findings = findings(assembly, loaded.campaign());
            if (json) {
                console.document(
                        CheckDocument.of(
                                loaded.campaign(),
                                new Surroundings(assembly.isolation(), assembly.task().spared()),
                                findings));
            } else {
                tell(loaded.task(), findings);
            }
            return verdict(findings).code();
        }
    }

    private Findings findings(Assembly assembly, Campaign campaign) {
        Examination examined = Examination.of(assembly);
        LadderPrice ladder =
                examined.seedScore().map(seed -> LadderPrice.of(campaign, seed)).orElse(null);
        return new Findings(
                examined,
                ladder == null ? null : Price.of(assembly, campaign, ladder),
                LadderCheck.of(campaign, ladder, live));
    }

    private Exit verdict(Findings findings) {
        if (!findings.examined().asExpected()) {
            console.error("not as expected: see the rows marked " + console.cross());
            return Exit.USAGE;
        }
        return findings.ladder().exit();
    }

    private void tell(Task task, Findings findings) {
        tell(task, findings.examined());
        console.result(findings.ladder().lines(console));
        if (findings.price() != null) {
            console.result("");
            console.result(findings.price().sentences());
        }
    }

    private void tell(Task task, Examination examined) {
        ScoreText words = ScoreText.of(task);
        console.result(console.strong(task.name()));
        console.result(
                new Table(
                                List.of("program", "expected", "got", ""),
                                examined.tried().stream().map(one -> row(one, words)).toList())
                        .text());
        examined.tried().stream()
                .filter(one -> !one.asExpected())
                .forEach(one -> console.result(one.name() + "  " + words.phrase(one.got())));
        if (!examined.baselines().isEmpty()) {
            console.result("");
            console.result(baselines(examined, words).text());
        }
    }

    private List<String> row(Examination.Tried one, ScoreText words) {
        String mark = one.asExpected() ? console.tick() : console.cross();
        return List.of(one.name(), one.wanted(), brief(one.got(), words), mark);
    }

    private Table baselines(Examination examined, ScoreText words) {
        return new Table(
                List.of("baseline", "validation", ""),
                examined.baselines().entrySet().stream()
                        .map(one -> baseline(one.getKey(), one.getValue(), words))
                        .toList());
    }

    private List<String> baseline(String name, Evaluation got, ScoreText words) {
        String mark = got instanceof Failed ? console.cross() : console.tick();
        return List.of(name, words.phrase(got), mark);
    }

    private static String brief(Evaluation got, ScoreText words) {
        return switch (got) {
            case Failed(FailureCause cause, String _, Duration _) -> cause.name();
            case Evaluation.Scored scored -> words.phrase(scored);
        };
    }
}
