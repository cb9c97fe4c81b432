package dev.tradewind.cli;

import dev.tradewind.evaluation.Objective;
import dev.tradewind.report.Figures;
import dev.tradewind.report.FrontResult;
import dev.tradewind.report.ResultTable;
import dev.tradewind.report.RunDocument;
import dev.tradewind.report.RunFolder;
import dev.tradewind.report.RunReport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a run came to, on one screen, for somebody who has not seen it run.
///
/// @param folder of the run, its report written
record RunSummary(RunDocument document, RunFolder folder) {

    static RunSummary of(RunReport report, RunFolder folder) {
        return new RunSummary(report.document(), folder);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(headline());
        lines.add("");
        lines.add(ResultTable.caption(document) + ":");
        ResultTable.of(document).transposed().text().forEach(row -> lines.add("  " + row));
        lines.add("");
        lines.add("report   " + folder.report().resolve("report.md"));
        if (document.best() != null) {
            lines.add("program  " + folder.best());
            lines.add("next     ./tradewind best " + TaskSettings.quoted("" + folder.path()));
        } else {
            lines.add("next     ./tradewind top " + TaskSettings.quoted("" + folder.path()));
        }
        return lines;
    }

    private String headline() {
        String came = came();
        String spent =
                "%s evaluations in %s"
                        .formatted(
                                Figures.count(document.evaluations()),
                                Figures.time(
                                        Duration.ofMillis(
                                                Math.round(1000 * document.spend().wall()))));
        return "%s, run %s, seed %d: %s after %s"
                .formatted(document.task(), folder.name(), document.seed(), came, spent);
    }

    private String came() {
        RunDocument.Best best = document.best();
        if (best == null) {
            return "no valid candidate";
        }
        FrontResult front = document.front();
        if (front != null && document.objectives().size() > 1) {
            return "a front of %d, hypervolume %s on validation"
                    .formatted(front.members().size(), Figures.value(front.hypervolume(), "1"));
        }
        Objective objective = document.objective();
        double value = best.objectives().getOrDefault(objective.name(), Double.NaN);
        return "%s %s on validation".formatted(Figures.of(value, objective), objective.name());
    }
}
