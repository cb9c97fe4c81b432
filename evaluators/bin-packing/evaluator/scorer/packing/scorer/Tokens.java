package packing.scorer;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringTokenizer;

/// The words of a text file, each with its line for messages.
final class Tokens {

    private static final int LONGEST_QUOTE = 40;

    private final Path file;
    private final List<String> lines;
    private int line;
    private StringTokenizer words = new StringTokenizer("");

    private Tokens(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    static Tokens of(Path file) throws IOException {
        try {
            return new Tokens(file, Files.readAllLines(file));
        } catch (CharacterCodingException broken) {
            throw new IOException(file + "  is not text in UTF-8", broken);
        }
    }

    String next(String expected) throws IOException {
        if (!more()) {
            throw fault("the file ends", expected);
        }
        return words.nextToken();
    }

    int number(String expected, int least, int most) throws IOException {
        String range = "%s, a whole number from %d to %d".formatted(expected, least, most);
        String word = next(range);
        try {
            int number = Integer.parseInt(word);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, like a number out of range.
        }
        throw fault(quoted(word), range);
    }

    void end(String expected) throws IOException {
        if (more()) {
            throw fault(quoted(words.nextToken()), expected);
        }
    }

    private boolean more() {
        while (!words.hasMoreTokens() && line < lines.size()) {
            words = new StringTokenizer(lines.get(line++));
        }
        return words.hasMoreTokens();
    }

    private static String quoted(String word) {
        boolean fits = word.length() <= LONGEST_QUOTE;
        return "found \"" + (fits ? word : word.substring(0, LONGEST_QUOTE) + "…") + "\"";
    }

    private IOException fault(String found, String expected) {
        return new IOException(file + ":" + line + "  " + found + ", expected " + expected);
    }
}
