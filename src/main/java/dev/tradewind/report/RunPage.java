package dev.tradewind.report;

import dev.tradewind.budget.Limit;
import dev.tradewind.campaign.BudgetReader;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.program.Program;
import dev.tradewind.report.RunDocument.Best;
import dev.tradewind.search.Outcome.Replayed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A run told on one page of Markdown: result first, then what ran, the program, what became of the
/// proposals, and how to run it again.
///
/// @param document what it came to
/// @param program the best program's files
/// @param environment what it ran on
record RunPage(RunDocument document, Program program, Environment environment) {

    String markdown() {
        return """
        # %s, run %s

        %s

        ![%s](progress.svg)

        ## Result

        %s. %s; the search saw
        the training instances only, and nothing was chosen by the test sets.%s

        %s
        %s%s## What ran

        %s
        ## The best program

        %s
        ## What became of the proposals

        %s
        %s## Run it again

        %s
        """
                .formatted(
                        document.task(),
                        runName(),
                        headline(),
                        document.hasFront()
                                ? "hypervolume so far against evaluations"
                                : "best value so far against evaluations",
                        capitalised(ResultTable.caption(document)),
                        document.hasFront()
                                ? "The front is that of the validation instances"
                                : "The best program was chosen by its value on the validation instances",
                        repeats(),
                        ResultTable.of(document).markdown(),
                        measures(),
                        front(),
                        plan().markdown(),
                        code(),
                        outcomes().markdown(),
                        proposers(),
                        again());
    }

    private String runName() {
        return document.run().substring(document.run().lastIndexOf('/') + 1);
    }

    private String headline() {
        Objective objective = document.objective();
        Best best = document.best();
        FrontResult front = document.front();
        if (best != null && document.hasFront() && front != null) {
            return "**A front of %d, hypervolume %s** on the validation instances after %s evaluations."
                    .formatted(
                            front.members().size(),
                            Figures.value(front.hypervolume(), "1"),
                            Figures.count(document.evaluations()));
        }
        if (best == null) {
            return "No valid candidate was found in %s evaluations."
                    .formatted(Figures.count(document.evaluations()));
        }
        String others =
                document.baselines().entrySet().stream()
                        .filter(entry -> entry.getValue().containsKey(objective.name()))
                        .map(entry -> entry.getKey() + " " + value(entry.getValue(), objective))
                        .collect(Collectors.joining(", "));
        return "**%s %s** on the validation instances after %s evaluations%s.%s"
                .formatted(
                        value(best.objectives(), objective),
                        objective.name(),
                        Figures.count(document.evaluations()),
                        others.isEmpty() ? "" : " (" + others + ")",
                        document.status() == State.INTERRUPTED
                                ? " Interrupted: it can go on."
                                : "");
    }

    private static String value(Map<String, Double> values, Objective objective) {
        return Figures.of(values.getOrDefault(objective.name(), Double.NaN), objective);
    }

    private String front() {
        FrontResult front = document.front();
        return document.hasFront() && front != null
                ? new FrontSection(document, front).markdown() + "\n"
                : "";
    }

    /// Nothing where equal programs always have equal values.
    private String repeats() {
        return document.repeats() == 0
                ? ""
                : """
                 Values are measured:
                a program had to hold its own in %d more runs before it could lead, and the figures are
                of yet another run."""
                        .formatted(document.repeats());
    }

    /// With several objectives the front tells of them.
    private String measures() {
        FrontResult front = document.front();
        if (document.hasFront() || front == null || front.members().isEmpty()) {
            return "";
        }
        MeasureTable measures = new MeasureTable(front, front.members().getFirst());
        return measures.any() ? measures.table().markdown() + "\n" : "";
    }

    private Table plan() {
        Spent spend = document.spend();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("task", document.task()));
        rows.add(List.of("seed", Long.toString(document.seed())));
        rows.add(List.of("budget", document.budget()));
        rows.add(
                List.of(
                        "spent",
                        "%s evaluations, %.1f s, %.1f CPU s in proposals and candidates"
                                .formatted(
                                        Figures.count(spend.evaluations()),
                                        spend.wall(),
                                        spend.cpu())));
        if (document.replay() != null) {
            rows.add(List.of("replay", replay(document.replay())));
        }
        rows.add(List.of("machine", environment.machine()));
        rows.add(List.of("sandbox", environment.sandbox()));
        environment.spared().forEach(sentence -> rows.add(List.of("missing", sentence)));
        rows.add(List.of("tradewind", environment.tradewind()));
        rows.add(List.of("status", document.status().word()));
        rows.add(List.of("journal content", document.content()));
        return new Table(List.of("what", "value"), rows);
    }

    private static String replay(Replayed replay) {
        return "%s: %s answers given once more, %s of them to another request%s"
                .formatted(
                        replay.faithful() ? "of the same plan" : "of another plan",
                        Figures.count(replay.answers()),
                        Figures.count(replay.borrowed()),
                        replay.ranOut().isEmpty() ? "" : "; " + replay.ranOut());
    }

    private String code() {
        Best best = document.best();
        if (best == null) {
            return "None was found.\n";
        }
        return "Program `%s`, also in [`best/`](../best).\n\n".formatted(best.id())
                + program.files().entrySet().stream()
                        .map(file -> fenced(file.getKey(), file.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    private static String fenced(String path, String text) {
        String language = path.substring(path.lastIndexOf('.') + 1);
        String closed = text.endsWith("\n") ? text : text + "\n";
        return "`%s`\n\n```%s\n%s```\n".formatted(path, language, closed);
    }

    private Table outcomes() {
        Outcomes outcomes = document.outcomes();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("scored", Figures.count(outcomes.scored())));
        rows.add(List.of("turned away unevaluated", Figures.count(outcomes.turnedAway())));
        rows.add(List.of("failed", Figures.count(outcomes.failed())));
        outcomes.causes()
                .forEach(
                        (cause, count) ->
                                rows.add(List.of("of these: " + cause, Figures.count(count))));
        return new Table(List.of("outcome", "proposals"), rows);
    }

    private String proposers() {
        return document.hasLadder() ? new ProposerSection(document).markdown() + "\n" + law() : "";
    }

    private String law() {
        LawResult law = document.law();
        return law == null
                ? ""
                : new LawSection(law, document.rungs(), document.objective()).markdown() + "\n";
    }

    private String again() {
        return """
        ```sh
        %s
        ```

        %s
        """
                .formatted(document.command(), likeness())
                .stripTrailing();
    }

    private String likeness() {
        String count = Figures.count(document.evaluations());
        if (document.repeats() > 0) {
            return """
            Values are measured anew, so another run of the seed begins alike and goes its own way. This
            one ended after %s evaluations."""
                    .formatted(count);
        }
        return document.law() != null && !countsEvaluationsOnly()
                ? """
                Which rung was asked rests on what proposals cost, and this budget makes that a
                measurement: another run of the seed may go another way. This one ended after
                %s evaluations; a budget that counts nothing else is the same on any machine."""
                        .formatted(count)
                : """
                Equal seeds give equal runs as long as the budget counts evaluations. This one ended after
                %s of them, so `--budget '%d evaluations'` goes the same way on any machine, but for the
                last few dozen when this budget was one of time."""
                        .formatted(count, Math.max(1, document.evaluations()));
    }

    private boolean countsEvaluationsOnly() {
        return BudgetReader.parse(document.budget()).limits().stream()
                .allMatch(Limit.Evaluations.class::isInstance);
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
