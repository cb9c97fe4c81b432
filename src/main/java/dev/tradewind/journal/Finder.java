package dev.tradewind.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the flight a user means.
final class Finder {

    private static final Pattern NUMBER = Pattern.compile("(#?)(\\d{1,18})");
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-f]{1,32}");

    private static final int BRIEF = 10;
    private static final int SHOWN = 5;

    /// Programs whose id is in a range; the brief id alone is indexed.
    private static final String IDS =
            """
            SELECT id FROM program
            WHERE substr(id, 1, 10) >= ? AND substr(id, 1, 10) < ? AND id >= ? AND id < ?
            ORDER BY substr(id, 1, 10), id LIMIT 6\
            """;

    /// Flights with a program, the one that was kept first. Looks through all proposals: an index
    /// for this question alone would slow down every append.
    private static final String FLIGHTS =
            """
            SELECT proposal.line, proposal.flight FROM proposal
            LEFT JOIN settlement
                ON settlement.line = proposal.line AND settlement.flight = proposal.flight
            WHERE proposal.program =
                (SELECT number FROM program WHERE substr(id, 1, 10) = ? AND id = ?)
            ORDER BY coalesce(settlement.consequence, 'REJECTED') = 'REJECTED',
                proposal.line DESC, proposal.landing, proposal.flight LIMIT 1\
            """;

    private final Sql sql;
    private final BiFunction<Line, Long, Flight> flights;

    /// @param flights gives the flight of that number, which is known to have landed
    Finder(Sql sql, BiFunction<Line, Long, Flight> flights) {
        this.sql = sql;
        this.flights = flights;
    }

    Found find(String asked) {
        String name = asked.strip().toLowerCase(Locale.ROOT);
        Matcher number = NUMBER.matcher(name);
        if (number.matches()) {
            long flight = Long.parseLong(number.group(2));
            if (landed(flight)) {
                return new Found.One(flights.apply(Line.SEARCH, flight));
            }
            if (!number.group(1).isEmpty() || beginningWith(name).isEmpty()) {
                return noFlight(flight);
            }
        }
        return BEGINNING.matcher(name).matches() ? byId(name) : neither(asked);
    }

    private boolean landed(long flight) {
        return sql.number(
                        "SELECT count(*) FROM proposal WHERE line = ? AND flight = ?",
                        Line.SEARCH.name(),
                        flight)
                > 0;
    }

    private Found byId(String beginning) {
        List<String> ids = beginningWith(beginning);
        return switch (ids.size()) {
            case 0 -> unknown(beginning);
            case 1 -> new Found.One(flightOf(ids.getFirst()));
            default -> ambiguous(beginning, ids);
        };
    }

    private List<String> beginningWith(String text) {
        String brief = brief(text);
        return sql.list(IDS, row -> row.getString(1), brief, after(brief), text, after(text));
    }

    /// Comes after everything that begins with these hex digits.
    private static String after(String digits) {
        return digits + "g";
    }

    private static String brief(String id) {
        return id.substring(0, Math.min(BRIEF, id.length()));
    }

    private Flight flightOf(String id) {
        List<Flight> found = new ArrayList<>();
        sql.each(
                FLIGHTS,
                row -> flights.apply(Line.valueOf(row.getString(1)), row.getLong(2)),
                found::add,
                brief(id),
                id);
        return found.getFirst();
    }

    private Found noFlight(long flight) {
        long last =
                sql.number("SELECT max(flight) FROM proposal WHERE line = ?", Line.SEARCH.name());
        return new Found.Unclear(
                "no flight #%d has landed; the last one is #%d".formatted(flight, last), List.of());
    }

    private static Found neither(String asked) {
        return new Found.Unclear(
                "\"%s\" is neither a flight, such as #412, nor the beginning of a program's id, %s"
                        .formatted(asked, "which has digits and letters a to f"),
                List.of());
    }

    private static Found ambiguous(String beginning, List<String> ids) {
        List<String> briefs = briefs(ids);
        return new Found.Unclear(
                "more than one program's id begins with %s. Maybe you meant %s%s"
                        .formatted(
                                beginning,
                                String.join(" or ", briefs),
                                ids.size() > SHOWN ? ", among others" : ""),
                briefs);
    }

    private Found unknown(String beginning) {
        List<String> near = briefs(near(beginning));
        String hint = near.isEmpty() ? "" : ". Maybe you meant " + String.join(" or ", near);
        return new Found.Unclear("no program's id begins with " + beginning + hint, near);
    }

    /// Ids that share the longest beginning, at least two digits of it.
    private List<String> near(String beginning) {
        for (int digits = beginning.length() - 1; digits >= 2; digits--) {
            List<String> ids = beginningWith(beginning.substring(0, digits));
            if (!ids.isEmpty()) {
                return ids;
            }
        }
        return List.of();
    }

    private static List<String> briefs(List<String> ids) {
        return ids.stream().limit(SHOWN).map(Finder::brief).toList();
    }
}
