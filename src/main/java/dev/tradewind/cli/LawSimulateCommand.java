package dev.tradewind.cli;

import dev.tradewind.law.allocation.Policy;
import dev.tradewind.law.simulation.Row;
import dev.tradewind.law.simulation.Simulation;
import dev.tradewind.law.simulation.Standing;
import dev.tradewind.law.simulation.World;
import dev.tradewind.report.Figures;
import dev.tradewind.report.Table;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// `tradewind law simulate`: policies on simulated ladders.
@Command(
        name = "simulate",
        description = {
            "Plays allocation policies on simulated ladders whose truth is known.",
            "",
            "Six rungs of 0.5 to 32 B parameters; a proposal costs N/7 B + e, e being that of an"
                    + " evaluation; the budget is 400 calls of mean cost. Cells are improvements"
                    + " over those of an oracle and, in brackets, the difference from the law's on"
                    + " the same problems, with its standard error.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./tradewind law simulate --world lawful,loose --problems 50",
            "  ./tradewind law simulate --policies law,thompson,uniform --json"
        })
final class LawSimulateCommand implements Callable<Integer> {

    private static final String SCHEMA = "tradewind/law-simulate/1";
    private static final int MOST = 100_000;

    private final Console console;

    @Option(
            names = "--problems",
            paramLabel = "<count>",
            description = "Of each row; default: ${DEFAULT-VALUE}.",
            defaultValue = "200")
    private int problems;

    @Option(
            names = "--policies",
            paramLabel = "<policy>",
            split = ",",
            description = "Those to compare with law; default: all that learn, and uniform.")
    private List<String> policies = new ArrayList<>();

    @Option(
            names = "--world",
            paramLabel = "<world>",
            split = ",",
            description =
                    "lawful, loose, permuted, broken, mispriced, changing, levels, rare or beside;"
                            + " default: all.")
    private List<String> worlds = new ArrayList<>();

    @Option(
            names = "--evaluation",
            paramLabel = "<cost>",
            split = ",",
            description =
                    "Cost of an evaluation, in proposals of a model of 7 B; default: 0.02,0.3,3.")
    private List<Double> evaluations = new ArrayList<>(Simulation.EVALUATIONS);

    @Option(
            names = "--seed",
            paramLabel = "<number>",
            description = "Truths and luck follow from it; default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private long seed;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    LawSimulateCommand(Console console) {
        this.console = console;
    }

    private record SimulateDocument(String schema, long seed, List<Row> rows) {}

    @Override
    public Integer call() {
        check();
        Simulation simulation = new Simulation(problems, seed, compared());
        List<Row> rows = new ArrayList<>();
        for (World world : named(worlds, EnumSet.allOf(World.class), "--world", "world")) {
            for (double evaluation : evaluations) {
                console.note("%s, e = %s: %s".formatted(world, number(evaluation), world.about()));
                rows.add(simulation.row(world, evaluation));
            }
        }
        if (json) {
            console.document(new SimulateDocument(SCHEMA, seed, rows));
        } else {
            console.result(table(rows).text());
        }
        return Exit.FINISHED.code();
    }

    private void check() {
        if (problems < 2 || problems > MOST) {
            throw new UsageException(
                    "--problems: %d is not a count from 2 to %,d.".formatted(problems, MOST));
        }
        evaluations.forEach(LawSimulateCommand::checkCost);
    }

    private static void checkCost(double cost) {
        if (!(cost >= 0) || Double.isInfinite(cost)) {
            throw new UsageException(
                    "--evaluation: %s is no cost; it is a number of at least 0.".formatted(cost));
        }
    }

    /// Fixed shares are left out unless asked for: simulated ladders give all rungs the same, which
    /// is `uniform`.
    private List<Policy> compared() {
        EnumSet<Policy> usual = EnumSet.complementOf(EnumSet.of(Policy.SHARES));
        return policies.isEmpty()
                ? List.copyOf(usual)
                : named(policies, EnumSet.allOf(Policy.class), "--policies", "policy");
    }

    private static <T extends Enum<T>> List<T> named(
            List<String> names, EnumSet<T> all, String option, String kind) {
        return names.isEmpty()
                ? List.copyOf(all)
                : names.stream().map(name -> named(name, all, option + ": ", kind)).toList();
    }

    private static <T extends Enum<T>> T named(
            String name, EnumSet<T> all, String option, String kind) {
        return all.stream()
                .filter(one -> one.toString().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UsageException(
                                        "%s\"%s\" is no %s; there are: %s."
                                                .formatted(option, name, kind, listed(all))));
    }

    private static String listed(EnumSet<?> all) {
        return all.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /// A line for each player, a column for each row of the simulation. Not everyone plays in every
    /// world.
    static Table table(List<Row> rows) {
        List<String> players =
                rows.stream()
                        .flatMap(row -> row.standings().stream())
                        .map(Standing::player)
                        .distinct()
                        .toList();
        List<String> heading = new ArrayList<>(List.of("world", "e", "oracle"));
        heading.addAll(players);
        return new Table(heading, rows.stream().map(row -> cells(row, players)).toList())
                .transposed();
    }

    private static List<String> cells(Row row, List<String> players) {
        List<String> cells =
                new ArrayList<>(
                        List.of(
                                row.world().toString(),
                                number(row.evaluation()),
                                String.format(Locale.ROOT, "%.1f", row.oracle())));
        players.forEach(player -> cells.add(cell(row, player)));
        return cells;
    }

    private static String cell(Row row, String player) {
        return row.standings().stream()
                .filter(one -> one.player().equals(player))
                .findFirst()
                .map(LawSimulateCommand::cell)
                .orElse(Figures.NONE);
    }

    private static String cell(Standing one) {
        if (one.player().equals(Policy.LAW.toString())) {
            return String.format(Locale.ROOT, "%.2f", one.fraction());
        }
        return String.format(
                Locale.ROOT, "%.2f (%+.2f±%.2f)", one.fraction(), one.difference(), one.error());
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
