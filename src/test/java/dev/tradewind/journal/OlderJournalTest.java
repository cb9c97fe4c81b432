package dev.tradewind.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.evaluation.Evaluation.Scored;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/// A journal of version 3, which knew one objective and no measures: the first 189 flights of a
/// real run.
final class OlderJournalTest {

    @TempDir Path folder;

    private Path old = Path.of("");

    @BeforeEach
    void copied() throws IOException, URISyntaxException {
        var resource = getClass().getResource("/journals/version-3.sqlite");
        old = folder.resolve("journal.sqlite");
        Files.copy(Path.of(Objects.requireNonNull(resource).toURI()), old);
    }

    @Test
    void it_can_be_looked_at() {
        try (RunRecord record = SqliteJournal.read(old)) {
            assertThat(record.header().task()).isEqualTo("bin-packing");
            assertThat(record.header().objectives()).hasSize(1);
            assertThat(record.header().measures()).isEmpty();
            Improvement champion = record.champions(Line.SEARCH).getLast();
            assertThat(champion.flight().number()).isEqualTo(184);
            assertThat(champion.flight().landing())
                    .isInstanceOfSatisfying(
                            Landing.Evaluated.class,
                            landed -> {
                                Scored scored = (Scored) landed.training();
                                assertThat(scored.scores().first()).isEqualTo(5.409140114968534);
                                assertThat(scored.measures().values()).isEmpty();
                            });
            assertThat(record.top(5)).isNotEmpty();
        }
    }

    @Test
    void it_can_not_be_gone_on_with_and_stays_as_it_was() throws IOException {
        byte[] before = Files.readAllBytes(old);
        assertThatThrownBy(() -> SqliteJournal.open(old))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("3");
        assertThat(Arrays.equals(Files.readAllBytes(old), before)).isTrue();
    }
}
