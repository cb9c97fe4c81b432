package dev.tradewind.cli;

import dev.tradewind.law.training.ElasticDemand;
import dev.tradewind.law.training.LifetimeCost;
import dev.tradewind.law.training.LossLaw;
import dev.tradewind.law.training.Preset;
import dev.tradewind.law.training.TrainingPlan;
import dev.tradewind.report.Table;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `tradewind law train elastic`: what to plan when cheaper use is used more.
@Command(
        name = "elastic",
        description = {
            "Plans for a quality when demand grows as use becomes cheaper (Jevons): the plan that"
                    + " is cheapest for the demand it meets itself.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  ./tradewind law train elastic --quality-of 13e9 --demand 2e12 --elasticity 0.8"
        })
final class LawTrainElasticCommand implements Callable<Integer> {

    private static final String ILL_POSED =
            "with an elasticity of more than 1, cheaper use costs more in all: the least total spend"
                    + " is to serve nobody. This plan is best for producers and users together";

    private final Console console;

    @Mixin private final QualityOptions quality = new QualityOptions();

    @Option(
            names = "--demand",
            paramLabel = "<tokens>",
            required = true,
            description = "Tokens of use if the model had the size best for training alone.")
    private double demand;

    @Option(
            names = "--elasticity",
            paramLabel = "<number>",
            required = true,
            description = "Percent by which demand grows when a token is one percent cheaper.")
    private double elasticity;

    @Mixin private final ConstantsOption constants = new ConstantsOption();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    LawTrainElasticCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<ElasticDocument> answers = constants.presets().stream().map(this::answer).toList();
        if (json) {
            console.document(constants.document(answers));
        } else {
            tell(answers);
        }
        return Exit.FINISHED.code();
    }

    private ElasticDocument answer(Preset preset) {
        LossLaw law = preset.law();
        double loss = quality.loss(law);
        TrainingPlan baseline = law.optimumOfLoss(loss);
        ElasticDemand elastic =
                Wrong.use(
                        "--demand, --elasticity",
                        () -> new ElasticDemand(demand, baseline.parameters(), elasticity));
        TrainingPlan plan = Wrong.use("--elasticity", () -> elastic.cheapest(law, loss));
        double met = elastic.at(plan.parameters());
        return new ElasticDocument(
                ElasticDocument.SCHEMA,
                preset.name(),
                preset.source(),
                loss,
                plan.parameters(),
                plan.tokens(),
                met,
                new LifetimeCost(demand).cheapest(law, loss).parameters(),
                plan.parameters() * met / (baseline.parameters() * demand),
                elastic.backfires() ? ILL_POSED : null);
    }

    private void tell(List<ElasticDocument> answers) {
        console.result(
                new Table(
                                List.of(
                                        "constants",
                                        "parameters",
                                        "tokens",
                                        "demand met",
                                        "inelastic",
                                        "FLOP of use"),
                                answers.stream().map(LawTrainElasticCommand::row).toList())
                        .text());
        answers.stream()
                .map(ElasticDocument::warning)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(warning -> console.error("Beware: " + warning + "."));
        answers.forEach(answer -> console.note(answer.constants() + ": " + answer.source()));
    }

    private static List<String> row(ElasticDocument answer) {
        return List.of(
                answer.constants(),
                Magnitude.parameters(answer.parameters()),
                Magnitude.tokens(answer.tokens()),
                Magnitude.tokens(answer.demand()),
                Magnitude.parameters(answer.inelasticParameters()),
                Magnitude.times(answer.inferenceGrowth()));
    }
}
