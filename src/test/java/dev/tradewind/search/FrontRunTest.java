package dev.tradewind.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.archive.Preference;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.Campaign.Until;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Measures;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.RunRecord;
import dev.tradewind.journal.SqliteJournal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// A whole run with two objectives.
final class FrontRunTest {

    private static final Preference PREFERENCE = new Preference(Trades.task().objectives());

    @TempDir Path folder;

    private Outcome run(String name, long evaluations, Watch watch) throws InterruptedException {
        try (Assembly assembly = Trades.assembly()) {
            return new Run(Trades.campaign(evaluations), folder.resolve(name))
                    .start(assembly, watch);
        }
    }

    private static List<Scores> scores(List<Examined> programs) {
        return programs.stream().map(one -> ((Scored) one.validation()).scores()).toList();
    }

    @Test
    void a_run_ends_with_programs_none_of_which_another_one_is_preferred_to()
            throws InterruptedException {
        Outcome outcome = run("journal", 400, Watch.nobody());
        List<Scores> front = scores(outcome.front());
        assertThat(front).hasSizeGreaterThan(2).isSortedAccordingTo(PREFERENCE);
        assertThat(front)
                .allMatch(one -> front.stream().noneMatch(by -> PREFERENCE.dominates(by, one)));
        assertThat(front).allMatch(one -> PREFERENCE.violation(one) == 0);
        assertThat(outcome.best()).isEqualTo(outcome.front().getFirst());
        assertThat(outcome.random()).isNotEmpty();
    }

    @Test
    void the_journal_tells_all_objectives_measures_and_what_entered_the_front()
            throws InterruptedException {
        Outcome outcome = run("journal", 300, Watch.nobody());
        try (RunRecord record = SqliteJournal.read(folder.resolve("journal"))) {
            assertThat(record.header().objectives()).isEqualTo(Trades.task().objectives());
            assertThat(record.header().measures()).isEqualTo(Trades.task().measures());
            assertThat(record.header().seedScores().getLast()).isEqualTo(outcome.start());
            Scored best = (Scored) outcome.best().validation();
            var top = record.top(outcome.front().size());
            assertThat(top.getFirst().landing().toString()).contains(best.scores().toString());
            assertThat(record.landings(Line.SEARCH))
                    .allSatisfy(
                            landing ->
                                    assertThat(landing.plan().bar().scores().getFirst().values())
                                            .hasSize(2));
            assertThat(best.measures()).isNotEqualTo(Measures.NONE);
            assertThat(record.champions(Line.SEARCH)).hasSizeGreaterThan(2);
        }
    }

    @Test
    void a_run_until_targets_ends_as_soon_as_one_program_has_reached_them_all()
            throws InterruptedException {
        Campaign campaign = Trades.campaign(4_000).until(Until.TARGETS);
        try (Assembly assembly = Trades.assembly()) {
            Outcome outcome =
                    new Run(campaign, folder.resolve("journal")).start(assembly, Watch.nobody());
            assertThat(outcome.end()).isEqualTo(Outcome.End.TARGETS_REACHED);
            assertThat(outcome.spend().evaluations()).isLessThan(4_000);
            assertThat(scores(outcome.front())).anyMatch(PREFERENCE::reached);
        }
    }

    @Test
    void an_interrupted_run_goes_on_as_if_nothing_had_happened() throws InterruptedException {
        Outcome whole = run("whole", 300, Watch.nobody());
        Stop stop = new Stop();
        Progress progress =
                new Progress() {
                    @Override
                    public void update(Status status) {
                        if (status.spend().evaluations() > 100) {
                            stop.request();
                        }
                    }

                    @Override
                    public void message(String line) {}
                };
        assertThat(run("parted", 300, new Watch(progress, stop)).end())
                .isEqualTo(Outcome.End.INTERRUPTED);
        Outcome resumed = run("parted", 300, Watch.nobody());
        assertThat(resumed.content()).isEqualTo(whole.content());
        assertThat(scores(resumed.front())).isEqualTo(scores(whole.front()));
    }
}
