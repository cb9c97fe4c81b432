package dev.tradewind.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Rows under a heading, as text for a terminal or as Markdown. Columns of numbers are aligned
/// right, the others left.
///
/// @param heading names of the columns
/// @param rows each as long as the heading
public record Table(List<String> heading, List<List<String>> rows) {

    public Table {
        heading = List.copyOf(heading);
        rows = rows.stream().map(List::copyOf).toList();
        int columns = heading.size();
        if (rows.stream().anyMatch(row -> row.size() != columns)) {
            throw new IllegalArgumentException("every row has " + columns + " cells: " + rows);
        }
    }

    /// The same with rows and columns exchanged, for a table that is wider than a terminal.
    public Table transposed() {
        List<String> top = new ArrayList<>(List.of(heading.getFirst()));
        rows.forEach(row -> top.add(row.getFirst()));
        List<List<String>> turned =
                IntStream.range(1, heading.size()).mapToObj(this::turned).toList();
        return new Table(top, turned);
    }

    private List<String> turned(int column) {
        List<String> row = new ArrayList<>(List.of(heading.get(column)));
        rows.forEach(each -> row.add(each.get(column)));
        return row;
    }

    /// Lines of equal layout, heading first, without trailing blanks.
    public List<String> text() {
        Layout layout = Layout.of(heading, rows);
        return Stream.concat(Stream.of(heading), rows.stream())
                .map(row -> String.join("  ", layout.padded(row)).stripTrailing())
                .toList();
    }

    /// A table in GitHub-flavoured Markdown, aligned in its source as well.
    public String markdown() {
        List<String> top = escaped(heading);
        List<List<String>> escaped = rows.stream().map(Table::escaped).toList();
        Layout layout = Layout.of(top, escaped);
        return Stream.of(Stream.of(top), Stream.of(layout.rules()), escaped.stream())
                .flatMap(part -> part)
                .map(row -> "| " + String.join(" | ", layout.padded(row)) + " |\n")
                .collect(Collectors.joining());
    }

    private static List<String> escaped(List<String> row) {
        return row.stream().map(cell -> cell.replace("|", "\\|").replace("\n", " ")).toList();
    }

    /// Widths of columns, and which of them hold numbers.
    private record Layout(int[] widths, boolean[] numbers) {

        private static final int SHORTEST_RULE = 3;

        static Layout of(List<String> heading, List<List<String>> rows) {
            int[] widths = new int[heading.size()];
            boolean[] numbers = new boolean[heading.size()];
            for (int at = 0; at < widths.length; at++) {
                List<String> cells = column(rows, at);
                numbers[at] = cells.stream().allMatch(Layout::number);
                widths[at] =
                        Stream.concat(Stream.of(heading.get(at)), cells.stream())
                                .mapToInt(String::length)
                                .reduce(SHORTEST_RULE, Math::max);
            }
            return new Layout(widths, numbers);
        }

        List<String> padded(List<String> row) {
            return IntStream.range(0, widths.length).mapToObj(at -> pad(row, at)).toList();
        }

        List<String> rules() {
            return IntStream.range(0, widths.length).mapToObj(this::rule).toList();
        }

        private static List<String> column(List<List<String>> rows, int at) {
            return rows.stream().map(row -> row.get(at)).toList();
        }

        private static boolean number(String cell) {
            return cell.isEmpty() || cell.equals(Figures.NONE) || cell.matches("[+-]?[0-9].*");
        }

        private String pad(List<String> row, int at) {
            String blanks = " ".repeat(widths[at] - row.get(at).length());
            return numbers[at] ? blanks + row.get(at) : row.get(at) + blanks;
        }

        private String rule(int at) {
            return numbers[at] ? "-".repeat(widths[at] - 1) + ":" : "-".repeat(widths[at]);
        }
    }
}
