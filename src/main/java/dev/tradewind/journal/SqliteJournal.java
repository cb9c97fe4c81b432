package dev.tradewind.journal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/// A journal in one SQLite file; `schema.sql` in this package says what is where.
///
/// While it is open there are files ending in `-wal`, `-shm` and `.lock` beside it; after `close`
/// it is one plain file again, which can be read even where nothing can be written.
public final class SqliteJournal extends SqliteRecord implements Journal {

    private final WriterLock lock;
    private final InstantSource clock;
    private final LandingWriter landings;
    private final Map<Line, Long> settled = new EnumMap<>(Line.class);
    private boolean inTransaction;
    private boolean broken;

    private SqliteJournal(WriterLock lock, Sql sql, InstantSource clock) {
        super(sql);
        this.lock = lock;
        this.clock = clock;
        this.landings = new LandingWriter(sql, packing());
        for (Line line : Line.values()) {
            settled.put(line, lastSettled(line));
        }
    }

    /// Makes a new journal; when that fails, no file is left behind.
    ///
    /// @throws JournalException when there is a file already, or it cannot be written
    public static Journal create(Path file, RunHeader header) {
        return create(file, header, InstantSource.system());
    }

    /// @param clock tells when flights land, which is only ever reported
    static Journal create(Path file, RunHeader header, InstantSource clock) {
        return locked(
                file,
                lock -> {
                    JournalFile.create(file, header);
                    return new SqliteJournal(lock, JournalFile.open(file), clock);
                });
    }

    /// Opens a journal to go on with its run.
    ///
    /// @throws JournalException when it is no journal of this version, is damaged, or is being
    ///   written by another run
    public static Journal open(Path file) {
        return locked(
                file,
                lock -> new SqliteJournal(lock, JournalFile.open(file), InstantSource.system()));
    }

    /// Opens a journal to look at it, also while its run goes on.
    ///
    /// @throws JournalException when it is no journal of this version, or is damaged
    public static RunRecord read(Path file) {
        return new SqliteRecord(JournalFile.read(file));
    }

    private static Journal locked(Path file, Function<WriterLock, Journal> opening) {
        WriterLock lock = WriterLock.of(file);
        try {
            return opening.apply(lock);
        } catch (RuntimeException fault) {
            lock.close();
            throw fault;
        }
    }

    @Override
    public void append(Plan plan) {
        write(() -> landings.write(plan));
    }

    @Override
    public void append(Decision decision) {
        write(() -> decisionRows().write(decision));
    }

    @Override
    public void append(Placed exchange) {
        write(() -> exchangeRows().write(exchange, clock.instant()));
    }

    @Override
    public void append(Landing landing) {
        write(() -> landings.write(landing, clock.instant()));
    }

    @Override
    public void append(Settlement settlement) {
        long next = settled.getOrDefault(settlement.line(), 0L) + 1;
        if (settlement.order() != next) {
            throw new IllegalStateException(
                    "settlement %d of %s out of order: %d is next"
                            .formatted(settlement.order(), settlement.line(), next));
        }
        write(() -> SettlementRows.write(sql(), settlement));
        settled.put(settlement.line(), next);
    }

    @Override
    public void append(Note note) {
        write(
                () ->
                        sql().run(
                                        "INSERT INTO note (at_ms, kind, text) VALUES (?, ?, ?)",
                                        note.at().toEpochMilli(),
                                        note.kind().name(),
                                        note.text()));
    }

    private void write(Runnable rows) {
        guarded(
                () -> {
                    if (!inTransaction) {
                        sql().run("BEGIN IMMEDIATE");
                        inTransaction = true;
                    }
                    rows.run();
                });
    }

    @Override
    public void commit() {
        if (inTransaction) {
            guarded(() -> sql().run("COMMIT"));
            inTransaction = false;
        }
    }

    /// After a fault SQLite may have dropped the open transaction, so going on would leave a gap.
    private void guarded(Runnable change) {
        if (broken) {
            throw new IllegalStateException("nothing can be recorded after an I/O fault");
        }
        try {
            change.run();
        } catch (JournalException fault) {
            broken = true;
            throw fault;
        }
    }

    @Override
    public void close() {
        try (lock) {
            finish();
        }
    }

    /// The lock must outlast the connection.
    private void finish() {
        try {
            if (!broken) {
                commit();
                JournalFile.makePlain(sql());
            }
        } finally {
            super.close();
        }
    }
}
