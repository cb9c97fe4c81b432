package dev.tradewind.journal;

import dev.tradewind.budget.Charge;
import dev.tradewind.budget.Usage;
import dev.tradewind.budget.Usd;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// A charge as ten columns of `spend`: calls, estimated, money, at_risk, input, cached, output,
/// reasoning, flops, in_flight_ns. All are null when no model was called.
final class ChargeColumns {

    static final int COUNT = 10;

    private ChargeColumns() {}

    static List<@Nullable Object> of(Charge charge) {
        if (charge.calls() == 0) {
            return Arrays.asList(new @Nullable Object[COUNT]);
        }
        Usage usage = charge.usage();
        return Arrays.asList(
                charge.calls(),
                charge.estimated(),
                text(charge.money()),
                text(charge.atRisk()),
                usage.input(),
                usage.cached(),
                usage.output(),
                usage.reasoning(),
                charge.flops(),
                charge.inFlight().toNanos());
    }

    /// @param first number of the first column
    static Charge read(ResultSet row, int first) throws SQLException {
        long calls = row.getLong(first);
        if (calls == 0) {
            return Charge.NONE;
        }
        return new Charge(
                usd(row.getString(first + 2)),
                usd(row.getString(first + 3)),
                usage(row, first + 4),
                row.getDouble(first + 8),
                Duration.ofNanos(row.getLong(first + 9)),
                calls,
                row.getLong(first + 1));
    }

    /// @param first number of the first of four columns
    static Usage usage(ResultSet row, int first) throws SQLException {
        return new Usage(
                row.getLong(first),
                row.getLong(first + 1),
                row.getLong(first + 2),
                row.getLong(first + 3));
    }

    static String text(Usd money) {
        return money.amount().toPlainString();
    }

    static Usd usd(String text) {
        return new Usd(new BigDecimal(text));
    }
}
