package dev.tradewind.law.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/// Tables beside the tests.
final class Fixture {

    private Fixture() {}

    /// Rows of a table without its heading. No cell of these tables holds a comma.
    static List<String[]> rows(String name) throws IOException {
        try (InputStream in = Fixture.class.getResourceAsStream("/law/" + name)) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
            return text.lines().skip(1).map(line -> line.split(",", -1)).toList();
        }
    }

    /// The 72 made-up runs.
    ///
    /// @param column of the loss: 2 without noise, 3 with
    static List<TrainingRun> runs(int column) throws IOException {
        return rows("chinchilla_synthetic.csv").stream()
                .map(
                        row ->
                                new TrainingRun(
                                        Double.parseDouble(row[0]),
                                        Double.parseDouble(row[1]),
                                        Double.parseDouble(row[column])))
                .toList();
    }
}
