package dev.tradewind.cli;

import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.journal.Flight;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Plan;
import dev.tradewind.journal.Settlement;
import dev.tradewind.journal.Settlement.Consequence;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Difference;
import dev.tradewind.report.Outcomes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A program of a run, told on one page for a terminal.
record FlightPage(OpenRun run, Recorded program) {

    private static final int ANCESTORS = 8;
    private static final String ARROW = " ← ";

    /// Everything: result, consequence, plan, descent, difference to the first parent, code.
    List<String> lines() {
        List<String> lines = new ArrayList<>(summary());
        if (program instanceof Recorded.Flown(Flight flight)) {
            lines.add("settled   " + settled(flight));
            lines.add("plan      " + plan(flight.landing().plan()));
        }
        lines.add("descent   " + descent());
        if (program.candidate().isPresent()) {
            lines.addAll(difference());
            lines.add("");
            lines.addAll(code());
        }
        return lines;
    }

    /// A few lines: who it is, how good it is, how it came about.
    List<String> summary() {
        List<String> lines = new ArrayList<>();
        String id = program.candidate().map(one -> "  " + one.id()).orElse("");
        lines.add("%s%s  of %s".formatted(program.label(), id, run.name()));
        lines.add("result    " + result());
        if (program instanceof Recorded.Flown) {
            program.candidate().ifPresent(one -> lines.add("proposed  " + proposed(one)));
        }
        return lines;
    }

    /// The program's files; each under its name when there are several.
    List<String> code() {
        Map<String, String> files = program.program().files();
        List<String> lines = new ArrayList<>();
        files.forEach(
                (path, text) -> {
                    if (files.size() > 1) {
                        lines.add("--- " + path);
                    }
                    lines.addAll(text.lines().toList());
                });
        return lines;
    }

    private String result() {
        if (program instanceof Recorded.Flown(Flight flight)) {
            return switch (flight.landing()) {
                case Landing.Declined declined ->
                        "no program: %s: %s".formatted(declined.cause(), declined.detail());
                case Landing.Advised advised -> "advice: " + advised.advice();
                case Landing.Refused refused ->
                        "turned away: %s: %s".formatted(refused.cause(), refused.detail());
                case Landing.Evaluated evaluated -> evaluated(evaluated.training());
            };
        }
        return run.reported(program).isPresent()
                ? "where the search started; nothing better was found"
                : "where the search started";
    }

    private String evaluated(Evaluation training) {
        ScoreText words = run.words();
        String first = words.phrase(training) + " on training";
        return program.validation()
                .map(one -> words.phrase(one) + " on validation, " + first)
                .orElse(first);
    }

    private String proposed(Candidate candidate) {
        String parents =
                program.parents().stream()
                        .map(parent -> parent == 0 ? "the seed" : "#" + parent)
                        .collect(Collectors.joining(" and "));
        return "%s: %s of %s"
                .formatted(candidate.descent().proposer(), candidate.descent().operator(), parents);
    }

    private String settled(Flight flight) {
        Settlement settlement = flight.settlement();
        if (settlement == null) {
            return "not yet";
        }
        String signature =
                flight.landing() instanceof Landing.Evaluated evaluated
                                && evaluated.training() instanceof Scored scored
                        ? " (signature %016x)".formatted(scored.signature().hash())
                        : "";
        return consequence(settlement.consequence())
                + signature
                + (settlement.champion() ? "; " + crowned() : "");
    }

    private String crowned() {
        return run.objectives().size() > 1
                ? "entered the front of the run"
                : "became the best of the run";
    }

    private static String consequence(Consequence consequence) {
        return switch (consequence) {
            case Consequence.NewCluster _ -> "kept, the first of its cluster";
            case Consequence.JoinedCluster _ -> "kept, beside others of its cluster";
            case Consequence.NotKept _ -> "scored, not kept";
            case Consequence.Advised _ -> "later proposals are told this advice";
            case Consequence.Rejected(var cause) -> "rejected: " + Outcomes.word(cause);
        };
    }

    private static String plan(Plan plan) {
        return "island %d, after %d settled flights, stream %016x"
                .formatted(plan.island(), plan.settledBefore(), plan.stream());
    }

    private String descent() {
        List<Recorded> descent = run.descent(program);
        int hidden = descent.size() - ANCESTORS;
        String shown =
                descent.stream()
                        .limit(ANCESTORS)
                        .map(Recorded::label)
                        .collect(Collectors.joining(ARROW));
        return hidden > 0 ? "%s%s… %d more%sseed".formatted(shown, ARROW, hidden, ARROW) : shown;
    }

    private List<String> difference() {
        List<Recorded> descent = run.descent(program);
        if (descent.size() < 2 || descent.get(1).candidate().isEmpty()) {
            return List.of();
        }
        Recorded parent = descent.get(1);
        List<String> lines = new ArrayList<>(List.of("", "changed since " + parent.label() + ":"));
        lines.addAll(Difference.unified(parent.program(), program.program()).lines().toList());
        return lines;
    }
}
