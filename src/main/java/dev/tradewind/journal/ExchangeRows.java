package dev.tradewind.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tradewind.budget.Charge;
import dev.tradewind.budget.Usage;
import dev.tradewind.proposer.Exchange;
import dev.tradewind.proposer.Message;
import dev.tradewind.proposer.Reply;
import dev.tradewind.proposer.Request;

import org.jspecify.annotations.Nullable;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Exchanges as rows of `exchange`, and what was said as rows of `said`.
final class ExchangeRows {

    private static final String SAID = "SELECT number FROM said WHERE hash = ?";

    private static final String SAY = "INSERT INTO said (number, hash, text) VALUES (?, ?, ?)";

    private static final String INSERT =
            """
            INSERT INTO exchange
                (line, flight, turn, rung, prompt, prompt_hash, request_hash, messages, reply,
                answer, thinking, detail, finish, served_by, input, cached, output, reasoning,
                estimated, money, at_risk, flops, in_flight_ns, retries, landed_ms)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """;

    static final String SELECT =
            """
            SELECT line, flight, turn, rung, prompt, prompt_hash, messages, reply, answer.text,
                thinking.text, detail, finish, served_by, input, cached, output, reasoning,
                estimated, money, at_risk, flops, in_flight_ns, retries
            FROM exchange
            LEFT JOIN said AS answer ON answer.number = exchange.answer
            LEFT JOIN said AS thinking ON thinking.number = exchange.thinking
            """;

    private static final int BYTES = 16;
    private static final long UNKNOWN = -1;

    private final Sql sql;
    private final Packing packing;

    /// What conversations begin with: mostly the same text, whose number is looked up once.
    private @Nullable Numbered opening;

    private long texts = UNKNOWN;

    /// A text among those said.
    private record Numbered(String text, long number) {}

    ExchangeRows(Sql sql, Packing packing) {
        this.sql = sql;
        this.packing = packing;
    }

    void write(Placed placed, Instant at) {
        Exchange exchange = placed.exchange();
        Request request = exchange.request();
        List<@Nullable Object> values =
                new ArrayList<@Nullable Object>(
                        Arrays.<@Nullable Object>asList(
                                placed.line().name(),
                                placed.flight(),
                                exchange.turn(),
                                request.rung(),
                                request.prompt(),
                                request.promptHash(),
                                request.hash(),
                                Lists.ofWords(
                                        request.messages().stream().map(this::written).toList())));
        values.addAll(reply(exchange.reply()));
        values.addAll(costs(exchange));
        values.add(at.toEpochMilli());
        sql.run(INSERT, values.toArray());
    }

    private String written(Message message) {
        long number =
                switch (message.role()) {
                    case SYSTEM -> opening(message.text());
                    case USER, MODEL -> said(message.text());
                };
        return message.role() + " " + number;
    }

    private long opening(String text) {
        Numbered known = opening;
        if (known == null || !known.text.equals(text)) {
            known = new Numbered(text, said(text));
            opening = known;
        }
        return known.number;
    }

    private List<@Nullable Object> reply(Reply reply) {
        return switch (reply) {
            case Reply.Answered answered ->
                    Arrays.asList(
                            "ANSWERED",
                            said(answered.text()),
                            answered.thinking().isEmpty() ? null : said(answered.thinking()),
                            null,
                            answered.finish().name(),
                            answered.servedBy());
            case Reply.Lost lost -> without("LOST", lost.detail());
            case Reply.Rejected rejected -> without("REJECTED", rejected.detail());
        };
    }

    private static List<@Nullable Object> without(String reply, String detail) {
        return Arrays.asList(reply, null, null, detail, null, null);
    }

    private static List<Object> costs(Exchange exchange) {
        Charge charge = exchange.charge();
        Usage usage = charge.usage();
        return List.of(
                usage.input(),
                usage.cached(),
                usage.output(),
                usage.reasoning(),
                charge.estimated(),
                ChargeColumns.text(charge.money()),
                ChargeColumns.text(charge.atRisk()),
                charge.flops(),
                charge.inFlight().toNanos(),
                exchange.reply().retries());
    }

    /// The number of a text among those said, which it becomes now unless it was said before.
    private long said(String text) {
        if (texts == UNKNOWN) {
            texts = sql.number("SELECT max(number) FROM said");
        }
        String hash = hash(text);
        long known = sql.number(SAID, hash);
        if (known > 0) {
            return known;
        }
        sql.run(SAY, ++texts, hash, packing.pack(text));
        return texts;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /// Reads the rows of a query made of [#SELECT].
    List<Placed> read(String query, Object... values) {
        return sql.list(query, this::raw, values).stream().map(this::placed).toList();
    }

    /// A row whose messages are still to be looked up, which must wait until the query has ended.
    private record Raw(
            Line line, long flight, int turn, Request unheard, String messages, Costs costs) {}

    private record Costs(Reply reply, Charge charge) {}

    private Raw raw(ResultSet row) throws SQLException {
        return new Raw(
                Line.valueOf(row.getString(1)),
                row.getLong(2),
                row.getInt(3),
                new Request(row.getString(4), row.getString(5), row.getString(6), List.of()),
                row.getString(7),
                new Costs(reply(row), charge(row)));
    }

    private Placed placed(Raw raw) {
        Request unheard = raw.unheard();
        Request request =
                new Request(
                        unheard.rung(),
                        unheard.prompt(),
                        unheard.promptHash(),
                        Lists.words(raw.messages()).stream().map(this::message).toList());
        return new Placed(
                raw.line(),
                raw.flight(),
                new Exchange(raw.turn(), request, raw.costs().reply(), raw.costs().charge()));
    }

    private Message message(String written) {
        String[] parts = written.split(" ", 2);
        String text =
                sql.first(
                        "SELECT text FROM said WHERE number = ?",
                        row -> packing.unpackText(row.getBytes(1)),
                        Long.valueOf(parts[1]));
        if (text == null) {
            throw sql.corrupt(new IllegalArgumentException("nobody said " + written));
        }
        return new Message(Message.Role.valueOf(parts[0]), text);
    }

    private Reply reply(ResultSet row) throws SQLException {
        Duration inFlight = Duration.ofNanos(row.getLong(22));
        int retries = row.getInt(23);
        String reply = row.getString(8);
        return switch (reply) {
            case "ANSWERED" -> answered(row, inFlight, retries);
            case "LOST" -> new Reply.Lost(row.getString(11), inFlight, retries);
            case "REJECTED" -> new Reply.Rejected(row.getString(11), inFlight, retries);
            default -> throw new IllegalArgumentException("no reply: " + reply);
        };
    }

    private Reply answered(ResultSet row, Duration inFlight, int retries) throws SQLException {
        byte @Nullable [] thinking = row.getBytes(10);
        return new Reply.Answered(
                packing.unpackText(row.getBytes(9)),
                thinking == null ? "" : packing.unpackText(thinking),
                Reply.Finish.valueOf(row.getString(12)),
                row.getString(13),
                ChargeColumns.usage(row, 14),
                row.getBoolean(18),
                inFlight,
                retries);
    }

    private static Charge charge(ResultSet row) throws SQLException {
        return new Charge(
                ChargeColumns.usd(row.getString(19)),
                ChargeColumns.usd(row.getString(20)),
                ChargeColumns.usage(row, 14),
                row.getDouble(21),
                Duration.ofNanos(row.getLong(22)),
                1,
                row.getLong(18));
    }
}
