package dev.tradewind.journal;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Runs SQL on one journal: statements are prepared once and kept, faults come out as
/// [JournalException]. Values are always bound, never pasted into the SQL.
final class Sql implements AutoCloseable {

    private final Path file;
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Sql(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /// Makes a value of the current row.
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    void run(String sql, @Nullable Object... values) {
        try {
            bound(sql, values).execute();
        } catch (SQLException fault) {
            throw Faults.of(file, fault);
        }
    }

    /// Runs statements that need no values and are not wanted again.
    void script(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException fault) {
            throw Faults.of(file, fault);
        }
    }

    /// Hands every row to the consumer, which must not run the same statement again.
    <T> void each(String sql, Reader<T> reader, Consumer<? super T> consumer, Object... values) {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            while (rows.next()) {
                consumer.accept(reader.read(rows));
            }
        } catch (SQLException fault) {
            throw Faults.of(file, fault);
        } catch (IllegalArgumentException unreadable) {
            throw corrupt(unreadable);
        }
    }

    <T> List<T> list(String sql, Reader<T> reader, Object... values) {
        List<T> all = new ArrayList<>();
        each(sql, reader, all::add, values);
        return all;
    }

    /// The first row, or null.
    <T> @Nullable T first(String sql, Reader<T> reader, Object... values) {
        List<T> all = list(sql, reader, values);
        return all.isEmpty() ? null : all.getFirst();
    }

    /// The first column of the first row; 0 when there is none or it is null.
    long number(String sql, Object... values) {
        Long number = first(sql, row -> row.getLong(1), values);
        return number == null ? 0 : number;
    }

    /// What to throw for a value that can only come from a damaged file.
    JournalException corrupt(RuntimeException why) {
        return Faults.corrupt(file, why);
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        try (connection) {
            for (PreparedStatement statement : prepared.values()) {
                statement.close();
            }
        } catch (SQLException fault) {
            throw Faults.of(file, fault);
        }
    }
}
