package dev.tradewind.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.budget.Spend;
import dev.tradewind.evaluation.Breakdown;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Signature;
import dev.tradewind.evolution.Bar;
import dev.tradewind.journal.Landing.Validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Two runs are the same when, and only when, they decided the same.
final class ContentDigestTest {

    @TempDir Path folder;

    private int journals;

    private String digest(RunHeader header, List<Landing> landings, List<Settlement> settlements) {
        Path file = folder.resolve("journal-" + journals++ + ".sqlite");
        try (Journal journal = SqliteJournal.create(file, header)) {
            landings.forEach(journal::append);
            settlements.forEach(journal::append);
            journal.append(new Note(Instant.now(), Note.Kind.SESSION_ENDED, "run " + journals));
            return journal.contentDigest();
        }
    }

    private String digest(Landing... landings) {
        return digest(Flown.header(), List.of(landings), List.of(Flown.kept(1)));
    }

    @Test
    void the_order_of_landing_counts_for_nothing() {
        Landing first = Flown.scored(1, 1);
        Landing second = Flown.validated(2, 2, 3);
        Landing third = Flown.declined(3);
        assertThat(digest(first, second, third)).isEqualTo(digest(third, second, first));
    }

    @Test
    void processor_time_counts_for_nothing() {
        assertThat(digest(evaluated(4.0, 8, "ab", Duration.ofMillis(1))))
                .isEqualTo(digest(evaluated(4.0, 8, "ab", Duration.ofMillis(2))));
    }

    @Test
    void versions_and_times_and_the_words_of_the_campaign_count_for_nothing() {
        RunHeader header = Flown.header();
        RunHeader elsewhere =
                new RunHeader(
                        header.task(),
                        "jobs: 2\n",
                        header.plan(),
                        header.seed(),
                        header.objectives(),
                        header.start(),
                        Instant.EPOCH,
                        new TreeMap<>());
        assertThat(digest(elsewhere, List.of(), List.of()))
                .isEqualTo(digest(header, List.of(), List.of()));
    }

    @Test
    void every_decided_value_counts() {
        List<String> digests = new ArrayList<>();
        Duration cpu = Duration.ofMillis(1);
        Stream.of(
                        evaluated(4.0, 8, "ab", cpu),
                        evaluated(Math.nextUp(4.0), 8, "ab", cpu),
                        evaluated(4.0, 9, "ab", cpu),
                        evaluated(4.0, 8, "ac", cpu),
                        Flown.declined(1),
                        Flown.validated(1, 4.0, 5.0),
                        Flown.validated(1, 4.0, 5.5))
                .map(this::digest)
                .forEach(digests::add);
        digests.add(digest(Flown.scored(1, 1), Flown.scored(2, 1)));
        digests.add(digest(Flown.header(), List.of(Flown.scored(1, 1)), List.of()));
        assertThat(digests).doesNotHaveDuplicates();
    }

    @Test
    void the_last_bit_of_the_bar_counts() {
        assertThat(digest(withBar(0.1 + 0.2))).isNotEqualTo(digest(withBar(0.3)));
    }

    private static Landing withBar(double bar) {
        Plan plan = new Plan(Line.SEARCH, 1, 0, 0, "breeding", List.of(), 1, "", 0, Bar.of(bar));
        Landing.Evaluated flown = Flown.scored(1, 1);
        return new Landing.Evaluated(
                plan,
                Spend.NONE,
                flown.candidate(),
                flown.fingerprint(),
                flown.training(),
                flown.validation());
    }

    private static Landing evaluated(double score, long signature, String digest, Duration cpu) {
        return new Landing.Evaluated(
                Flown.plan(Line.SEARCH, 1),
                Spend.NONE,
                Flown.candidate(1),
                "f1",
                new Evaluation.Scored(
                        Scores.of(score), new Signature(signature), digest, Breakdown.NONE, cpu),
                new Validation.NotDue());
    }
}
