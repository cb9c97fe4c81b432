package dev.tradewind.campaign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads text, and says where it is none.
final class TextFile {

    private TextFile() {}

    /// The text of a file; empty when it cannot be read, which is then a problem.
    static String read(Path file, Problems problems) {
        if (!Files.exists(file)) {
            problems.add(file + "  is missing." + siblings(file));
            return "";
        }
        try {
            return decode(file, Files.readAllBytes(file), problems);
        } catch (IOException broken) {
            problems.add(file + "  cannot be read: " + broken);
            return "";
        }
    }

    private static String decode(Path file, byte[] bytes, Problems problems) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        if (decoder.decode(in, out, true).isError()) {
            problems.add(
                    "%s  is not text in UTF-8: byte 0x%02x. Save the file as UTF-8."
                            .formatted(
                                    new Place(file.toString(), line(bytes, in.position())),
                                    bytes[in.position()]));
            return "";
        }
        return out.flip().toString();
    }

    private static int line(byte[] bytes, int position) {
        int line = 1;
        for (int at = 0; at < position; at++) {
            if (bytes[at] == '\n') {
                line++;
            }
        }
        return line;
    }

    /// The file beside it that may have been meant.
    static String siblings(Path missing) {
        Path folder = missing.toAbsolutePath().getParent();
        if (folder == null || missing.getFileName() == null || !Files.isDirectory(folder)) {
            return "";
        }
        try (var files = Files.list(folder)) {
            var names = files.map(each -> each.getFileName().toString()).sorted().toList();
            return Suggestion.among(names, missing.getFileName().toString());
        } catch (IOException unreadable) {
            return "";
        }
    }
}
