package jobs.scorer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Shops in a text file: one job on a line, `duration weight due`, an empty line between two shops;
/// what follows a `#` is a remark.
final class ShopFile {

    private static final int MOST = 1_000_000;

    private final Path file;
    private final List<Shop> shops = new ArrayList<>();
    private final List<int[]> jobs = new ArrayList<>();

    private ShopFile(Path file) {
        this.file = file;
    }

    static List<Shop> read(Path file) throws IOException {
        ShopFile reading = new ShopFile(file);
        List<String> lines = Files.readAllLines(file);
        for (int at = 0; at < lines.size(); at++) {
            reading.line(lines.get(at), at + 1);
        }
        reading.close();
        if (reading.shops.isEmpty()) {
            throw new IOException(file + "  holds no jobs; write one on a line: duration weight due");
        }
        return reading.shops;
    }

    private void line(String line, int number) throws IOException {
        String text = line.replaceFirst("#.*", "").strip();
        if (text.isEmpty()) {
            if (line.isBlank()) {
                close();
            }
            return;
        }
        String[] words = text.split("\\s+");
        if (words.length != 3) {
            throw fault(number, "\"" + text + "\" has " + words.length + " numbers");
        }
        jobs.add(new int[] {value(words[0], number), value(words[1], number), value(words[2], number)});
    }

    private int value(String word, int number) throws IOException {
        try {
            int value = Integer.parseInt(word);
            if (value >= 1 && value <= MOST) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // told below, like a number out of range
        }
        throw fault(number, "found \"" + word + "\"");
    }

    private IOException fault(int number, String found) {
        return new IOException(
                "%s:%d  %s, expected duration, weight and due time of a job: whole numbers from 1 to %d"
                        .formatted(file, number, found, MOST));
    }

    private void close() {
        if (!jobs.isEmpty()) {
            shops.add(new Shop(column(0), column(1), column(2)));
            jobs.clear();
        }
    }

    private int[] column(int at) {
        return jobs.stream().mapToInt(job -> job[at]).toArray();
    }
}
