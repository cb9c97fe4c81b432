package dev.tradewind.journal;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.nio.file.Path;
import java.sql.SQLException;

/// Says what SQLite's faults mean for a journal.
final class Faults {

    private Faults() {}

    /// What to throw for a fault of SQLite: a [JournalException], or an [IllegalStateException]
    /// when something was to be recorded twice or out of turn, which is a bug of the caller.
    static RuntimeException of(Path file, SQLException fault) {
        SQLiteErrorCode code =
                fault instanceof SQLiteException known
                        ? known.getResultCode()
                        : SQLiteErrorCode.SQLITE_ERROR;
        return isConstraint(code)
                ? new IllegalStateException(file + ": " + fault.getMessage(), fault)
                : new JournalException(file + ": " + meaning(code, fault), fault);
    }

    static JournalException corrupt(Path file, Exception why) {
        return new JournalException(file + ": " + corrupt(why.toString()), why);
    }

    private static boolean isConstraint(SQLiteErrorCode code) {
        return primary(code) == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
    }

    /// SQLite keeps the general code in the low byte and details above it.
    private static int primary(SQLiteErrorCode code) {
        return code.code & 0xff;
    }

    private static String meaning(SQLiteErrorCode code, SQLException fault) {
        return switch (SQLiteErrorCode.getErrorCode(primary(code))) {
            case SQLITE_FULL ->
                    "the disk is full. What was committed is safe: free some space and run again";
            case SQLITE_IOERR ->
                    "the disk could not be read or written ("
                            + code.name()
                            + "). What was"
                            + " committed is safe: maybe the disk is full or was unplugged";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN ->
                    "cannot be opened or written. Maybe the file or its folder is read-only";
            case SQLITE_BUSY, SQLITE_LOCKED ->
                    "another program holds it locked. Close it there and try again";
            case SQLITE_NOTADB ->
                    "is not a journal: it is no SQLite file. Maybe you meant the journal.sqlite in"
                            + " a run's folder";
            case SQLITE_CORRUPT -> corrupt(String.valueOf(fault.getMessage()));
            default -> String.valueOf(fault.getMessage());
        };
    }

    private static String corrupt(String why) {
        return "is damaged ("
                + why
                + "). Keep a copy, try `sqlite3 journal.sqlite .recover`, or"
                + " start a new run";
    }
}
