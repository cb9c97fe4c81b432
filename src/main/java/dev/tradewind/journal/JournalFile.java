package dev.tradewind.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/// Opens journal files, makes new ones, and tells them from other files.
final class JournalFile {

    /// Kept in the file as `user_version`.
    static final int VERSION = 4;

    /// Can still be looked at: it lacks measures, and with one objective all else is alike.
    private static final int OLDEST = 3;

    /// `TWND`, kept in the file as `application_id`, where `file` and others look.
    private static final int APPLICATION = 0x54574E44;

    /// Stands before the table of an older journal for as long as that is open.
    private static final String WITHOUT_MEASURES =
            "CREATE TEMP VIEW evaluation AS SELECT *, NULL AS measures FROM main.evaluation";

    private static final int BUSY_MILLIS = 10_000;

    /// Negative: KiB. Holds the index by program id, the only one in random order, of a million
    /// programs.
    private static final int WRITER_CACHE = -32 * 1024;

    /// Pages of write-ahead log (16 MiB) until it is folded into the file, which waits for the
    /// disk.
    private static final int CHECKPOINT_PAGES = 4096;

    private JournalFile() {}

    /// Makes a new journal; when that fails, no file is left behind.
    static void create(Path file, RunHeader header) {
        if (Files.exists(file)) {
            throw new JournalException(
                    file + ": holds a run already. Resume it, or choose another run folder");
        }
        try (Sql sql = connect(file, writing())) {
            sql.run("BEGIN IMMEDIATE");
            fill(sql, header);
            sql.run("COMMIT");
        } catch (JournalException fault) {
            delete(file);
            throw fault;
        }
    }

    private static void fill(Sql sql, RunHeader header) {
        sql.script(schema());
        sql.run("PRAGMA application_id = " + APPLICATION);
        sql.run("PRAGMA user_version = " + VERSION);
        tables(sql).forEach(table -> protect(sql, table));
        HeaderRows.write(sql, header);
    }

    private static void delete(Path file) {
        try {
            for (String ending : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
            }
        } catch (IOException leftBehind) {
            // The fault that led here is the one to be told of.
        }
    }

    /// An existing journal, to be continued. One that cannot be stays as it is: it is looked at
    /// first, since to connect for writing is to change it.
    static Sql open(Path file) {
        checked(file, reading(), VERSION).close();
        Sql sql = checked(file, writing(), VERSION);
        sql.run("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
        return sql;
    }

    /// An existing journal, to be looked at.
    static Sql read(Path file) {
        Sql sql = checked(file, reading(), OLDEST);
        if (sql.number("PRAGMA user_version") == OLDEST) {
            sql.script(WITHOUT_MEASURES);
        }
        return sql;
    }

    /// Folds the write-ahead log into the file, so that it can be read where nothing can be
    /// written. With a reader about it stays as it is, which harms nobody.
    static void makePlain(Sql sql) {
        try {
            sql.run("PRAGMA busy_timeout = 0");
            sql.run("PRAGMA journal_mode = DELETE");
        } catch (JournalException readerAbout) {
            // As good as before.
        }
    }

    private static SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setGetGeneratedKeys(false);
        return config;
    }

    private static SQLiteConfig reading() {
        SQLiteConfig config = common();
        config.setReadOnly(true);
        return config;
    }

    private static SQLiteConfig writing() {
        SQLiteConfig config = common();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.NORMAL);
        config.setCacheSize(WRITER_CACHE);
        config.enforceForeignKeys(true);
        return config;
    }

    private static Sql checked(Path file, SQLiteConfig config, int oldest) {
        if (!Files.isRegularFile(file)) {
            throw new JournalException(
                    file + ": no journal is here. Maybe you meant a folder below results/");
        }
        Sql sql = connect(file, config);
        try {
            check(file, sql, oldest);
            HeaderRows.read(sql);
            return sql;
        } catch (JournalException unfit) {
            sql.close();
            throw unfit;
        }
    }

    /// The path as a URI, so that no character of it means anything to the driver.
    private static Sql connect(Path file, SQLiteConfig config) {
        String url = "jdbc:sqlite:" + file.toAbsolutePath().toUri().toASCIIString();
        try {
            return new Sql(file, DriverManager.getConnection(url, config.toProperties()));
        } catch (SQLException fault) {
            throw Faults.of(file, fault);
        }
    }

    private static void check(Path file, Sql sql, int oldest) {
        long application = sql.number("PRAGMA application_id");
        long version = sql.number("PRAGMA user_version");
        if (application == 0 && tables(sql).isEmpty()) {
            throw new JournalException(
                    file + ": is empty: its run was stopped before it began. Delete it and run");
        }
        if (application != APPLICATION) {
            throw new JournalException(
                    file + ": is an SQLite file of another program, not a tradewind journal");
        }
        if (version < oldest || version > VERSION) {
            throw new JournalException(
                    "%s: is a journal of version %d, this tradewind knows version %d. %s"
                            .formatted(file, version, VERSION, "Use the tradewind that wrote it"));
        }
    }

    private static List<String> tables(Sql sql) {
        return sql.list(
                "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
                row -> row.getString(1));
    }

    private static void protect(Sql sql, String table) {
        for (String change : List.of("UPDATE", "DELETE")) {
            sql.script(
                    """
                    CREATE TRIGGER %1$s_refuses_%2$s BEFORE %2$s ON %1$s
                    BEGIN SELECT RAISE(ABORT, 'a journal is only ever added to'); END\
                    """
                            .formatted(table, change));
        }
    }

    private static String schema() {
        try (InputStream text = JournalFile.class.getResourceAsStream("schema.sql")) {
            if (text == null) {
                throw new IllegalStateException("schema.sql is missing from this build");
            }
            return new String(text.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
