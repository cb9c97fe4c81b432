package dev.tradewind.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.campaign.Campaign;
import dev.tradewind.journal.RunRecord;
import dev.tradewind.journal.SqliteJournal;
import dev.tradewind.search.Assembly;
import dev.tradewind.search.Outcome;
import dev.tradewind.search.Run;
import dev.tradewind.search.Trades;
import dev.tradewind.search.Watch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The report of a run with two objectives.
final class FrontReportTest {

    @TempDir Path results;

    private RunReport report(RunFolder folder) throws InterruptedException {
        Campaign campaign = Trades.campaign(300);
        Telling telling =
                new Telling("results/trades/001", "./tradewind run trades", Samples.environment());
        try (Assembly assembly = Trades.assembly()) {
            Outcome outcome = new Run(campaign, folder.journal()).start(assembly, Watch.nobody());
            try (RunRecord record = SqliteJournal.read(folder.journal())) {
                return RunReport.of(campaign, outcome, record, telling);
            }
        }
    }

    @Test
    void it_holds_the_front_in_page_picture_and_document()
            throws InterruptedException, IOException {
        RunFolder folder = RunFolder.create(results);
        RunReport report = report(folder);
        report.write(folder);
        RunDocument read = RunDocument.read(folder.outcome());
        assertThat(read).isEqualTo(report.document());
        FrontResult front = Objects.requireNonNull(read.front());
        assertThat(front.members()).hasSizeGreaterThan(2);
        assertThat(front.members())
                .allSatisfy(
                        member -> {
                            assertThat(member.objectives()).containsOnlyKeys("digits", "length");
                            assertThat(member.measures()).containsOnlyKeys("sums");
                        });
        assertThat(front.reference()).containsEntry("digits", -1.0).containsEntry("length", 400.0);
        assertThat(front.hypervolume()).isPositive();
        assertThat(report.search().points().getLast().value()).isEqualTo(front.hypervolume());
        assertThat(Files.readString(folder.report().resolve("report.md")))
                .contains("## Front", "![front](front.svg)", "| digits | length |")
                .contains("A front of " + front.members().size())
                .contains("![hypervolume so far against evaluations]", "The front is that of the");
        assertThat(folder.report().resolve("front.svg"))
                .content()
                .contains(
                        "<svg",
                        "front of",
                        "length in characters (lower is better) against digits");
        assertThat(folder.report().resolve("progress.svg")).content().contains("hypervolume");
    }

    @Test
    void equal_runs_give_equal_pictures_and_fronts() throws InterruptedException, IOException {
        RunReport one = report(RunFolder.create(results));
        RunReport other = report(RunFolder.create(results));
        assertThat(other.document().front()).isEqualTo(one.document().front());
        assertThat(other.document().content()).isEqualTo(one.document().content());
    }
}
