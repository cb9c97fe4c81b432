package dev.tradewind.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.law.allocation.Belief;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

final class SqliteJournalTest extends JournalContract {

    @Override
    Journal create(Path place, RunHeader header) {
        return SqliteJournal.create(place, header);
    }

    @Override
    Journal open(Path place) {
        return SqliteJournal.open(place);
    }

    @Override
    RunRecord read(Path place) {
        return SqliteJournal.read(place);
    }

    private static Connection raw(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    @Test
    void no_row_of_any_table_can_be_changed_or_deleted() throws SQLException {
        try (Journal journal = create()) {
            journal.append(Flown.validated(1, 2, 3));
            journal.append(Flown.kept(1));
            journal.append(Flown.placed(1, Flown.exchange(1, "patch", "0.003")));
            Belief belief = new Belief("breeding", 0.1, 0, 1, 1, 1, 1);
            journal.append(new Decision(Line.SEARCH, 1, "law", List.of(belief)));
            journal.append(new Note(Flown.header().created(), Note.Kind.SANDBOX, "bubblewrap"));
        }
        try (Connection raw = raw(place());
                Statement statement = raw.createStatement()) {
            List<String> tables = tables(statement);
            assertThat(tables).hasSize(12);
            for (String table : tables) {
                refuses(statement, "DELETE FROM " + table);
                refuses(statement, "UPDATE " + table + " SET " + column(statement, table));
            }
        }
    }

    private static void refuses(Statement statement, String change) {
        assertThatThrownBy(() -> statement.executeUpdate(change))
                .hasMessageContaining("only ever added to");
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        String all = "SELECT name FROM sqlite_schema WHERE type = 'table'";
        try (ResultSet rows = statement.executeQuery(all)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /// Sets the table's first column to itself.
    private static String column(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
            String column = row.getMetaData().getColumnName(1);
            return column + " = " + column;
        }
    }

    @Test
    void a_closed_journal_is_one_plain_file() throws IOException {
        create().close();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(place());
        }
        byte[] head = Files.readAllBytes(place());
        assertThat(head[18]).as("1: rollback journal, 2: write-ahead log").isEqualTo((byte) 1);
    }

    @Test
    void a_path_may_hold_any_character() {
        Path odd = folder.resolve("what? 100% #1 é&x=y.sqlite");
        create(odd, Flown.header()).close();
        assertThat(odd).exists();
        read(odd).close();
    }

    @Test
    void a_file_that_is_no_sqlite_file_is_named_so() throws IOException {
        Files.writeString(place(), "name: bin-packing\n".repeat(100));
        assertThatThrownBy(() -> read(place()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(place().toString())
                .hasMessageContaining("is not a journal")
                .hasMessageContaining("Maybe you meant");
    }

    @Test
    void a_file_of_another_program_is_named_so() throws SQLException {
        execute("CREATE TABLE places (name TEXT)");
        assertThatThrownBy(() -> open(place()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("of another program");
        open_leaves_no_lock();
    }

    private void open_leaves_no_lock() {
        assertThat(place().resolveSibling("journal.sqlite.lock")).doesNotExist();
    }

    private void execute(String sql) throws SQLException {
        try (Connection raw = raw(place());
                Statement statement = raw.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void a_journal_of_a_later_version_is_left_alone() throws SQLException {
        create().close();
        execute("PRAGMA user_version = 5");
        assertThatThrownBy(() -> open(place()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("version 5")
                .hasMessageContaining("knows version 4");
    }

    @Test
    void a_damaged_journal_is_named_so() throws IOException {
        try (Journal journal = create()) {
            for (long flight = 1; flight <= 500; flight++) {
                journal.append(Flown.scored(flight, 1));
            }
        }
        overwriteAfterSchema();
        assertThatThrownBy(this::readAll)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(place().toString())
                .hasMessageContaining("is damaged");
    }

    private void overwriteAfterSchema() throws IOException {
        try (FileChannel channel = FileChannel.open(place(), StandardOpenOption.WRITE)) {
            long start = channel.size() / 2;
            channel.write(ByteBuffer.allocate((int) (channel.size() - start)), start);
        }
    }

    private void readAll() {
        try (RunRecord record = read(place())) {
            record.landings(Line.SEARCH).forEach(landing -> {});
            record.contentDigest();
        }
    }

    @Test
    void a_missing_file_and_a_missing_folder_are_named_so() {
        assertThatThrownBy(() -> read(place())).hasMessageContaining("no journal is here");
        Path nowhere = folder.resolve("no").resolve("journal.sqlite");
        assertThatThrownBy(() -> create(nowhere, Flown.header()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("folder does not exist");
    }

    @Test
    void a_full_disk_keeps_what_was_committed() throws SQLException {
        try (Journal journal = create()) {
            journal.append(Flown.scored(1, 1));
        }
        assertThatThrownBy(this::fillUp)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("the disk is full");
        try (RunRecord record = read(place())) {
            assertThat(record.landings(Line.SEARCH)).containsExactly(Flown.scored(1, 1));
        }
    }

    /// SQLite's own limit on pages gives the fault a full disk gives.
    private void fillUp() {
        try (SqliteJournal journal = (SqliteJournal) open(place())) {
            journal.sql().script("PRAGMA max_page_count = 1");
            for (long flight = 2; flight < 1000; flight++) {
                journal.append(Flown.scored(flight, 1));
            }
        }
    }

    @Test
    void clock_time_of_a_line_counts_sessions_and_not_what_lies_between_them() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        AtomicReference<Instant> now = new AtomicReference<>(start);
        try (Journal journal = SqliteJournal.create(place(), Flown.header(), now::get)) {
            assertThat(journal.spend(Line.SEARCH).wall()).isZero();
            journal.append(new Note(start, Note.Kind.SESSION_STARTED, "1"));
            now.set(start.plusSeconds(9));
            journal.append(Flown.scored(1, 1));
            journal.append(new Note(start.plusSeconds(500), Note.Kind.SESSION_STARTED, "2"));
            now.set(start.plusSeconds(503));
            journal.append(Flown.scored(2, 1));
            now.set(start.plusSeconds(510));
            journal.append(Flown.random(1));
            assertThat(journal.spend(Line.SEARCH).wall()).isEqualTo(Duration.ofSeconds(12));
            assertThat(journal.spend(Line.RANDOM).wall()).isEqualTo(Duration.ofSeconds(7));
        }
    }
}
