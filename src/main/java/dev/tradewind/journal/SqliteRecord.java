package dev.tradewind.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tradewind.budget.Spend;
import dev.tradewind.proposer.Exchange;

import org.jspecify.annotations.Nullable;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// Reads a journal's file.
class SqliteRecord implements RunRecord {

    /// Rows held at a time by a stream.
    private static final int CHUNK = 256;

    private static final String ONE_LANDING =
            LandingRows.SELECT + "WHERE plan.line = ? AND plan.flight = ?";

    private static final String LANDINGS =
            LandingRows.SELECT
                    + """
                    WHERE plan.line = ? AND plan.flight > ? AND plan.flight <= ?
                    ORDER BY plan.flight LIMIT ?\
                    """;

    private static final String ONE_PLAN = PlanRows.SELECT + "WHERE line = ? AND flight = ?";

    private static final String ONE_DECISION =
            DecisionRows.SELECT + "WHERE line = ? AND flight = ?";

    private static final String DECISIONS =
            DecisionRows.SELECT + "WHERE line = ? AND flight > ? ORDER BY flight LIMIT ?";

    private static final String EXCHANGES_OF_FLIGHT =
            ExchangeRows.SELECT + "WHERE line = ? AND flight = ? ORDER BY turn";

    private static final String EXCHANGES =
            ExchangeRows.SELECT
                    + "WHERE line = ? AND flight >= ? AND flight < ? ORDER BY flight, turn";

    private static final String ONE_SETTLEMENT =
            SettlementRows.SELECT + "WHERE line = ? AND settle_order = ?";

    private static final String SETTLEMENT_OF_FLIGHT =
            SettlementRows.SELECT + "WHERE line = ? AND flight = ?";

    private static final String SETTLEMENTS =
            SettlementRows.SELECT
                    + """
                    WHERE line = ? AND settle_order > ? AND settle_order <= ?
                    ORDER BY settle_order LIMIT ?\
                    """;

    private static final String CHAMPIONS =
            """
            SELECT flight, evaluations FROM (
                SELECT settlement.flight, champion, settle_order,
                    count(evaluation.flight) OVER (ORDER BY settle_order) AS evaluations
                FROM settlement
                LEFT JOIN evaluation ON evaluation.line = settlement.line
                    AND evaluation.flight = settlement.flight AND split = 'TRAINING'
                WHERE settlement.line = ?)
            WHERE champion = 1 ORDER BY settle_order\
            """;

    private static final String TALLIES =
            """
            SELECT coalesce(cause, consequence), count(*) FROM settlement WHERE line = ?
            GROUP BY 1\
            """;

    private final Sql sql;
    private final Packing packing;
    private final RunHeader header;
    private final LandingRows landingRows;
    private final ExchangeRows exchangeRows;
    private final SpendRows spendRows;
    private final DecisionRows decisionRows;
    private final SettlementRows settlementRows = new SettlementRows();

    /// @param sql from [JournalFile], which has made sure of the header; closed with this
    SqliteRecord(Sql sql) {
        this.sql = sql;
        this.header = HeaderRows.read(sql);
        this.packing = new Packing(header.start());
        this.landingRows = new LandingRows(packing);
        this.exchangeRows = new ExchangeRows(sql, packing);
        this.spendRows = new SpendRows(sql);
        this.decisionRows = new DecisionRows(sql);
    }

    final ExchangeRows exchangeRows() {
        return exchangeRows;
    }

    final DecisionRows decisionRows() {
        return decisionRows;
    }

    final Sql sql() {
        return sql;
    }

    final Packing packing() {
        return packing;
    }

    @Override
    public RunHeader header() {
        return header;
    }

    @Override
    public long lastPlanned(Line line) {
        return sql.number("SELECT max(flight) FROM plan WHERE line = ?", line.name());
    }

    @Override
    public @Nullable Plan plan(Line line, long flight) {
        return sql.first(ONE_PLAN, new PlanRows(), line.name(), flight);
    }

    @Override
    public List<Exchange> exchanges(Line line, long flight) {
        return exchangeRows.read(EXCHANGES_OF_FLIGHT, line.name(), flight).stream()
                .map(Placed::exchange)
                .toList();
    }

    @Override
    public @Nullable Decision decision(Line line, long flight) {
        return sql.first(ONE_DECISION, decisionRows, line.name(), flight);
    }

    @Override
    public Stream<Decision> decisions(Line line) {
        return chunks(
                after -> sql.list(DECISIONS, decisionRows, line.name(), after, CHUNK),
                Decision::flight);
    }

    @Override
    public Stream<Placed> exchanges(Line line) {
        long last = lastPlanned(line);
        return Stream.iterate(1L, flight -> flight <= last, flight -> flight + CHUNK)
                .flatMap(
                        first ->
                                exchangeRows
                                        .read(EXCHANGES, line.name(), first, first + CHUNK)
                                        .stream());
    }

    @Override
    public long lastSettled(Line line) {
        return sql.number("SELECT max(settle_order) FROM settlement WHERE line = ?", line.name());
    }

    @Override
    public @Nullable Landing landing(Line line, long flight) {
        return sql.first(ONE_LANDING, landingRows, line.name(), flight);
    }

    @Override
    public @Nullable Settlement settlement(Line line, long order) {
        return sql.first(ONE_SETTLEMENT, settlementRows, line.name(), order);
    }

    @Override
    public Stream<Landing> landings(Line line) {
        long last = lastPlanned(line);
        return chunks(
                after -> sql.list(LANDINGS, landingRows, line.name(), after, last, CHUNK),
                landing -> landing.plan().flight());
    }

    @Override
    public Stream<Settlement> settlements(Line line) {
        long last = lastSettled(line);
        return chunks(
                after -> sql.list(SETTLEMENTS, settlementRows, line.name(), after, last, CHUNK),
                Settlement::order);
    }

    /// All rows in the order of their keys, read a chunk after a key at a time, so that no
    /// statement stays open between two of them.
    private static <T> Stream<T> chunks(LongFunction<List<T>> after, ToLongFunction<T> key) {
        return Stream.iterate(
                        after.apply(-1),
                        chunk -> !chunk.isEmpty(),
                        chunk -> after.apply(key.applyAsLong(chunk.getLast())))
                .flatMap(List::stream);
    }

    @Override
    public Found find(String asked) {
        return new Finder(sql, this::flight).find(asked);
    }

    /// A flight that is known to have landed.
    private Flight flight(Line line, long number) {
        Landing landing = landing(line, number);
        if (landing == null) {
            throw new IllegalArgumentException("flight " + number + " has no landing");
        }
        return new Flight(
                landing, sql.first(SETTLEMENT_OF_FLIGHT, settlementRows, line.name(), number));
    }

    @Override
    public List<Improvement> champions(Line line) {
        return sql.list(
                CHAMPIONS,
                row -> new Improvement(row.getLong(2), flight(line, row.getLong(1))),
                line.name());
    }

    @Override
    public List<Flight> top(int count) {
        return new TopRows(sql, header.preference())
                .flights(count).stream().map(flight -> flight(Line.SEARCH, flight)).toList();
    }

    @Override
    public Tallies tallies(Line line) {
        Map<String, Long> counts = new HashMap<>();
        sql.each(
                TALLIES,
                row -> Map.entry(row.getString(1), row.getLong(2)),
                count -> counts.put(count.getKey(), count.getValue()),
                line.name());
        return SettlementRows.tallies(counts);
    }

    @Override
    public Spend spend(Line line) {
        return spendRows.of(line);
    }

    @Override
    public SortedMap<String, Spend> spendByRung(Line line) {
        return spendRows.byRung(line);
    }

    @Override
    public SortedMap<String, FlightTally> rungTallies(Line line) {
        return new TallyRows(sql).byRung(line);
    }

    @Override
    public SortedMap<String, FlightTally> promptTallies(Line line) {
        return new TallyRows(sql).byPrompt(line);
    }

    @Override
    public Spend spendOnDescent(long flight) {
        return spendRows.onDescent(flight);
    }

    @Override
    public long saidBytes() {
        return sql.number("SELECT total(length(text)) FROM said");
    }

    @Override
    public List<Note> notes() {
        return sql.list(
                "SELECT at_ms, kind, text FROM note ORDER BY number",
                row ->
                        new Note(
                                Instant.ofEpochMilli(row.getLong(1)),
                                Note.Kind.valueOf(row.getString(2)),
                                row.getString(3)));
    }

    @Override
    public String contentDigest() {
        MessageDigest digest = sha256();
        sql.each(
                "SELECT entry FROM content ORDER BY section, line, place",
                row -> row.getString(1),
                entry -> digest.update((entry + "\n").getBytes(UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public void close() {
        packing.close();
        sql.close();
    }
}
