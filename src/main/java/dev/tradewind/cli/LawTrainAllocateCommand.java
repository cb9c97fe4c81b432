package dev.tradewind.cli;

import dev.tradewind.law.training.GrowthRule;
import dev.tradewind.report.Figures;
import dev.tradewind.report.Table;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// `tradewind law train allocate`: how to split a training compute.
@Command(
        name = "allocate",
        description = {
            "Splits a training compute between size and tokens so that the loss is least, where"
                    + " training alone counts (Hoffmann et al. 2022, arXiv:2203.15556).",
            "",
            "kaplan and approach-1 to approach-3 say only how size and tokens grow with compute;"
                    + " the table without --constants shows that beside the others.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./tradewind law train allocate --compute 5.88e23",
            "  ./tradewind law train allocate --compute 5.88e23 --constants besiroglu --json"
        })
final class LawTrainAllocateCommand implements Callable<Integer> {

    private static final double DECADE = 10;

    private final Console console;

    @Option(
            names = "--compute",
            paramLabel = "<FLOP>",
            required = true,
            description = "Of the training, such as 5.88e23.")
    private double compute;

    @Mixin private final ConstantsOption constants = new ConstantsOption();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    LawTrainAllocateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        refuseRulesOfGrowth();
        List<AllocateDocument> answers =
                Wrong.use(
                        "--compute",
                        () ->
                                constants.presets().stream()
                                        .map(preset -> AllocateDocument.of(preset, compute))
                                        .toList());
        if (json) {
            console.document(constants.document(answers));
        } else {
            tell(answers);
        }
        return Exit.FINISHED.code();
    }

    private void refuseRulesOfGrowth() {
        for (GrowthRule rule : GrowthRule.values()) {
            if (rule.toString().equalsIgnoreCase(constants.name())) {
                throw new UsageException(
                        ("--constants: %s says how size and tokens grow (%s and %s for 10 times the"
                                        + " compute), not where from, so there is no plan at a"
                                        + " given compute. Maybe you meant hoffmann or besiroglu.")
                                .formatted(
                                        rule,
                                        Magnitude.times(rule.size(DECADE)),
                                        Magnitude.times(rule.tokens(DECADE))));
            }
        }
    }

    private void tell(List<AllocateDocument> answers) {
        Stream<List<String>> rules =
                constants.name().isEmpty()
                        ? Arrays.stream(GrowthRule.values()).map(LawTrainAllocateCommand::row)
                        : Stream.of();
        console.result(
                new Table(
                                List.of(
                                        "constants",
                                        "parameters",
                                        "tokens",
                                        "tokens per parameter",
                                        "loss (nats)",
                                        "10x compute: size",
                                        "tokens"),
                                Stream.concat(
                                                answers.stream().map(LawTrainAllocateCommand::row),
                                                rules)
                                        .toList())
                        .text());
        answers.forEach(answer -> console.note(answer.constants() + ": " + answer.source()));
        if (constants.name().isEmpty()) {
            for (GrowthRule rule : GrowthRule.values()) {
                console.note(rule + ": " + rule.source());
            }
        }
    }

    private static List<String> row(AllocateDocument answer) {
        double size = Math.pow(DECADE, answer.sizeGrowth());
        return List.of(
                answer.constants(),
                Magnitude.parameters(answer.parameters()),
                Magnitude.tokens(answer.tokens()),
                Magnitude.number(answer.tokensPerParameter()),
                Magnitude.number(answer.loss()),
                Magnitude.times(size),
                Magnitude.times(DECADE / size));
    }

    private static List<String> row(GrowthRule rule) {
        return List.of(
                rule.toString(),
                Figures.NONE,
                Figures.NONE,
                Figures.NONE,
                Figures.NONE,
                Magnitude.times(rule.size(DECADE)),
                Magnitude.times(rule.tokens(DECADE)));
    }
}
