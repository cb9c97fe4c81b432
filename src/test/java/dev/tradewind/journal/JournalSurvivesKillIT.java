package dev.tradewind.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/// Kills a writing process outright and looks at what it had acknowledged.
final class JournalSurvivesKillIT {

    private static final int ACKNOWLEDGED = 400;

    @TempDir Path folder;

    /// Appends flights for ever, three to a commit, and acknowledges each commit on stdout.
    static void main(String[] arguments) {
        try (Journal journal = SqliteJournal.create(Path.of(arguments[0]), Flown.header())) {
            for (long flight = 1; ; flight++) {
                journal.append(Flown.validated(flight, 2, 3));
                if (flight % 2 == 0) {
                    journal.append(Flown.kept(flight / 2));
                }
                if (flight % 3 == 0) {
                    journal.commit();
                    System.out.println(flight);
                }
            }
        }
    }

    @Test
    void every_acknowledged_flight_is_there_after_kill_9() throws Exception {
        Path file = folder.resolve("journal.sqlite");
        long acknowledged = killedAfter(ACKNOWLEDGED, file);
        try (Journal journal = SqliteJournal.open(file)) {
            long last = journal.lastPlanned(Line.SEARCH);
            assertThat(last).isGreaterThanOrEqualTo(acknowledged);
            assertThat(last % 3).as("no part of a batch").isZero();
            assertThat(journal.landings(Line.SEARCH).map(flown -> flown.plan().flight()))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, last).boxed().toList());
            assertThat(journal.lastSettled(Line.SEARCH)).isEqualTo(last / 2);
            journal.append(Flown.scored(last + 1, 1));
        }
    }

    private static long killedAfter(int flights, Path file) throws IOException {
        Process writer =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        JournalSurvivesKillIT.class.getName(),
                                        file.toString()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader acknowledgements = writer.inputReader()) {
            long last = 0;
            while (last < flights) {
                last = Long.parseLong(acknowledgements.readLine());
            }
            return last;
        } finally {
            writer.destroyForcibly();
            writer.onExit().join();
        }
    }
}
