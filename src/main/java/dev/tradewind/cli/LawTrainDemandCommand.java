package dev.tradewind.cli;

import dev.tradewind.law.training.DemandForecast;
import dev.tradewind.law.training.DemandPlanner;
import dev.tradewind.law.training.Preset;
import dev.tradewind.report.Figures;
import dev.tradewind.report.Table;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;

/// `tradewind law train demand`: what to plan when demand is hard to predict.
@Command(
        name = "demand",
        description = {
            "Plans for a quality when demand is hard to predict: by what is expected, by the worst"
                    + " of a range, and what a wrong forecast costs.",
            "",
            "The cost is linear in demand, so that the expected cost is least where the expected"
                    + " demand says, whatever else is known of it.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  ./tradewind law train demand --quality-of 13e9 --median 2e12 --sigma 1 \\",
            "      --least 0.2e12 --most 20e12 --constants sardana"
        })
final class LawTrainDemandCommand implements Callable<Integer> {

    private static final double[] FACTORS = {0.1, 0.3, 0.5, 1, 2, 3, 10};

    private final Console console;

    @Mixin private final QualityOptions quality = new QualityOptions();

    @Option(
            names = "--median",
            paramLabel = "<tokens>",
            required = true,
            description = "Demand that is as likely too high as too low, such as 2e12.")
    private double median;

    @Option(
            names = "--sigma",
            paramLabel = "<number>",
            required = true,
            description =
                    "How uncertain it is: standard deviation of its logarithm; 1 means a factor of"
                            + " 2.7 in either direction.")
    private double sigma;

    @Option(
            names = "--least",
            paramLabel = "<tokens>",
            description = "With --most: a range to be guarded against.")
    private @Nullable Double least;

    @Option(names = "--most", paramLabel = "<tokens>", description = "See --least.")
    private @Nullable Double most;

    @Mixin private final ConstantsOption constants = new ConstantsOption();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    LawTrainDemandCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if ((least == null) != (most == null)) {
            throw new UsageException("A range has two ends: give both --least and --most.");
        }
        List<DemandDocument> answers = constants.presets().stream().map(this::answer).toList();
        if (json) {
            console.document(constants.document(answers));
        } else {
            tell(answers);
        }
        return Exit.FINISHED.code();
    }

    private DemandDocument answer(Preset preset) {
        DemandForecast forecast =
                Wrong.use("Forecast", () -> new DemandForecast.LogNormal(median, sigma));
        DemandPlanner planner = new DemandPlanner(preset.law(), quality.loss(preset.law()));
        DemandPlanner.@Nullable Guarded guarded = guarded(planner);
        return new DemandDocument(
                DemandDocument.SCHEMA,
                preset.name(),
                preset.source(),
                planner.loss(),
                planner.known(median),
                planner.expected(forecast),
                forecast.mean(),
                guarded == null ? null : guarded.plan(),
                guarded == null ? null : guarded.worst(),
                regrets(planner));
    }

    private DemandPlanner.@Nullable Guarded guarded(DemandPlanner planner) {
        Double from = least;
        Double to = most;
        return from == null || to == null
                ? null
                : Wrong.use("--least, --most", () -> planner.minimax(from, to));
    }

    private List<DemandDocument.Regret> regrets(DemandPlanner planner) {
        return DoubleStream.of(FACTORS)
                .mapToObj(
                        factor ->
                                new DemandDocument.Regret(
                                        factor,
                                        planner.known(factor * median).parameters(),
                                        planner.regret(factor * median, median)))
                .toList();
    }

    private void tell(List<DemandDocument> answers) {
        console.result(
                new Table(
                                List.of("constants", "median", "expected", "guarded", "worst"),
                                answers.stream().map(LawTrainDemandCommand::row).toList())
                        .text());
        console.result("");
        console.result("When the median comes, a plan for another demand costs so much more:");
        console.result(regretTable(answers).text());
        answers.forEach(answer -> console.note(answer.constants() + ": " + answer.source()));
    }

    private static List<String> row(DemandDocument answer) {
        return List.of(
                answer.constants(),
                Magnitude.parameters(answer.median().parameters()),
                Magnitude.parameters(answer.expected().parameters()),
                answer.guarded() == null
                        ? Figures.NONE
                        : Magnitude.parameters(answer.guarded().parameters()),
                answer.worst() == null ? Figures.NONE : Magnitude.times(answer.worst()));
    }

    private static Table regretTable(List<DemandDocument> answers) {
        List<String> heading = new ArrayList<>(List.of("constants"));
        DoubleStream.of(FACTORS).mapToObj(Magnitude::times).forEach(heading::add);
        return new Table(heading, answers.stream().map(LawTrainDemandCommand::regretRow).toList());
    }

    private static List<String> regretRow(DemandDocument answer) {
        List<String> row = new ArrayList<>(List.of(answer.constants()));
        answer.regrets().forEach(regret -> row.add(Magnitude.percent(regret.regret())));
        return row;
    }
}
