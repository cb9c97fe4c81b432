package dev.tradewind.cli;

import dev.tradewind.bench.Bench;
import dev.tradewind.bench.BenchDocument;
import dev.tradewind.bench.BenchSuite;
import dev.tradewind.bench.Figure;
import dev.tradewind.bench.Goal;
import dev.tradewind.bench.Setup;
import dev.tradewind.bench.Workshop;
import dev.tradewind.campaign.BudgetReader;
import dev.tradewind.report.Environment;
import dev.tradewind.report.Figures;
import dev.tradewind.report.Table;
import dev.tradewind.sandbox.IsolationProbe;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// `tradewind bench`: how fast tradewind itself is here.
@Command(
        name = "bench",
        description = {
            "Measures tradewind itself: speed, memory, and what its main job comes to.",
            "",
            "Every measurement runs in a JVM of its own and in a temporary folder that is deleted"
                    + " afterwards. Each figure stands beside its goal and the load of the machine"
                    + " while it was measured: on a busy machine, believe ratios and processor"
                    + " times more than rates.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./tradewind bench --list",
            "  ./tradewind bench engine --json > engine.json",
            "  ./tradewind bench search --budget '60 s'"
        })
final class BenchCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            arity = "0..*",
            paramLabel = "<suite>",
            description = "engine, sandbox, guard, law, models or search; default: all but search.")
    private List<String> suites = new ArrayList<>();

    @Option(names = "--list", description = "Say what there is to measure, only.")
    private boolean list;

    @Option(
            names = "--task",
            paramLabel = "<folder>",
            description = "The bin-packing task; default: ${DEFAULT-VALUE}.",
            defaultValue = "evaluators/bin-packing")
    private Path task = Path.of("");

    @Option(
            names = "--budget",
            paramLabel = "<amount>",
            description = "Of each search; default: ${DEFAULT-VALUE}.",
            defaultValue = "60 s")
    private String budget = "";

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (list) {
            console.result(listed().text());
        } else {
            check();
            measure(wanted());
        }
        return Exit.FINISHED.code();
    }

    private static Table listed() {
        return new Table(
                List.of("suite", "measures"),
                EnumSet.allOf(BenchSuite.class).stream()
                        .map(suite -> List.of(suite.toString(), suite.about()))
                        .toList());
    }

    private void check() {
        if (!Files.exists(task.resolve("task.yaml"))) {
            throw new UsageException(
                    "--task: %s is no task. Maybe you meant evaluators/bin-packing in the folder"
                                    .formatted(task)
                            + " of tradewind.");
        }
        try {
            var _ = BudgetReader.parse(budget);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--budget: " + wrong.getMessage());
        }
    }

    private void measure(Set<BenchSuite> wanted) throws IOException, InterruptedException {
        IsolationProbe probe = IsolationProbe.probe();
        Environment machine = Environment.here(probe.chosen().toString());
        console.note(machine.machine() + ", sandbox " + probe.describe());
        List<Figure> figures = new ArrayList<>();
        try (Workshop workshop = Workshop.open()) {
            Setup setup = new Setup(task.toAbsolutePath(), budget, probe.chosen());
            Bench bench = new Bench(workshop, setup, console::note);
            for (BenchSuite suite : wanted) {
                figures.addAll(bench.run(suite));
            }
        }
        if (json) {
            console.document(BenchDocument.of(machine, figures));
        } else {
            console.result(table(figures).text());
        }
    }

    /// In the order of the list, each once.
    private Set<BenchSuite> wanted() {
        return suites.isEmpty()
                ? BenchSuite.usual()
                : EnumSet.copyOf(suites.stream().map(BenchCommand::suite).toList());
    }

    private static BenchSuite suite(String name) {
        return EnumSet.allOf(BenchSuite.class).stream()
                .filter(suite -> suite.toString().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UsageException(
                                        "\"%s\" is no suite; there are: %s."
                                                .formatted(name, names())));
    }

    private static String names() {
        return EnumSet.allOf(BenchSuite.class).stream()
                .map(BenchSuite::toString)
                .collect(Collectors.joining(", "));
    }

    private Table table(List<Figure> figures) {
        return new Table(
                List.of("figure", "value", "unit", "goal", "", "load"),
                figures.stream().map(this::row).toList());
    }

    private List<String> row(Figure figure) {
        boolean asked = !(figure.goal() instanceof Goal.None);
        String met = figure.met() ? console.tick() : console.cross();
        return List.of(
                figure.name(),
                Figures.value(figure.value(), figure.unit()),
                figure.unit().equals("1") ? "" : figure.unit(),
                figure.goal().toString(),
                asked ? met : "",
                Figures.value(figure.load(), "1"));
    }
}
