package dev.tradewind.cli;

import dev.tradewind.law.training.CostUnit;
import dev.tradewind.law.training.Demand;
import dev.tradewind.law.training.LifetimeOptimum;
import dev.tradewind.law.training.LossLaw;
import dev.tradewind.law.training.Preset;
import dev.tradewind.report.Table;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// `tradewind law train sardana`: the cheapest model that will be used.
@Command(
        name = "sardana",
        description = {
            "The cheapest way to a quality when the model will be used after its training: smaller"
                    + " than what is best for training alone, and trained for longer (Sardana et"
                    + " al. 2024, arXiv:2401.00448).",
            "",
            "A FLOP of writing costs more than one of training. With utilisations, seconds have an"
                    + " optimum of their own, with prices dollars too; all are shown.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./tradewind law train sardana --quality-of 30e9 --demand 1e13",
            "  ./tradewind law train sardana --quality-of 70e9 --demand 2e12 --constants sardana"
                    + " \\",
            "      --price-ratio 0.657 --input-tokens 70 --output-tokens 215 --json"
        })
final class LawTrainSardanaCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final QualityOptions quality = new QualityOptions();
    @Mixin private final ServingOptions serving = new ServingOptions();
    @Mixin private final ConstantsOption constants = new ConstantsOption();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    LawTrainSardanaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<SardanaDocument> answers = constants.presets().stream().map(this::answer).toList();
        if (json) {
            console.document(constants.document(answers));
        } else {
            tell(answers);
        }
        return Exit.FINISHED.code();
    }

    private SardanaDocument answer(Preset preset) {
        LossLaw law = preset.law();
        double loss = quality.loss(law);
        Demand demand = serving.demand();
        List<SardanaDocument.Optimum> optima =
                serving.units().stream().map(unit -> optimum(law, loss, unit, demand)).toList();
        return SardanaDocument.of(
                preset,
                optima,
                law.optimumOfLoss(loss),
                optima.size() == 1 ? null : serving.assumed());
    }

    private SardanaDocument.Optimum optimum(
            LossLaw law, double loss, CostUnit unit, Demand demand) {
        return SardanaDocument.Optimum.of(
                unit, LifetimeOptimum.of(law, loss, serving.hardware().cost(unit, demand)), demand);
    }

    private void tell(List<SardanaDocument> answers) {
        console.result(
                new Table(
                                List.of(
                                        "constants",
                                        "cheapest in",
                                        "parameters",
                                        "tokens",
                                        "data",
                                        "saving",
                                        "training",
                                        "inference",
                                        "baseline"),
                                answers.stream().flatMap(LawTrainSardanaCommand::rows).toList())
                        .text());
        SardanaDocument first = answers.getFirst();
        console.note("baseline: the plan best for training alone that reaches the same loss");
        if (first.machines() != null) {
            console.note(first.machines());
        }
        answers.forEach(answer -> console.note(answer.constants() + ": " + answer.source()));
    }

    private static Stream<List<String>> rows(SardanaDocument answer) {
        return answer.optima().stream()
                .map(
                        optimum ->
                                List.of(
                                        answer.constants(),
                                        optimum.costIn(),
                                        Magnitude.parameters(optimum.parameters()),
                                        Magnitude.tokens(optimum.tokens()),
                                        Magnitude.times(optimum.dataRatio()),
                                        Magnitude.percent(optimum.saving()),
                                        Magnitude.flop(optimum.trainingFlop()),
                                        Magnitude.flop(optimum.inferenceFlop()),
                                        Magnitude.parameters(answer.baseline().parameters())));
    }
}
