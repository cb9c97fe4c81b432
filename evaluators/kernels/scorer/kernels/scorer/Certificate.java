package kernels.scorer;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the referee wrote of one shape: a flat JSON object of numbers and words.
record Certificate(String text) {

    private static final int LONGEST = 1 << 20;

    static Certificate read(DataInput in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            while (bytes.size() < LONGEST) {
                bytes.write(in.readByte());
            }
        } catch (EOFException _) {
            return new Certificate(flat(bytes.toString(StandardCharsets.UTF_8)));
        }
        throw new IOException("the certificate is longer than " + LONGEST + " bytes");
    }

    /// The value of a number that must be there.
    ///
    /// @throws IOException when it is not
    double number(String name) throws IOException {
        String found =
                find(name, "(-?[0-9][0-9.eE+-]*)")
                        .orElseThrow(() -> new IOException("the certificate has no " + name));
        try {
            return Double.parseDouble(found);
        } catch (NumberFormatException _) {
            throw new IOException("the certificate's " + name + " is no number: " + found);
        }
    }

    /// A word, or nothing.
    String word(String name) {
        return find(name, "\"([^\"\\\\]*)\"").orElse("");
    }

    /// Without what stands in lists: members there have the names of others outside.
    private static String flat(String text) {
        return text.replaceAll("\\[[^\\]]*\\]", "[]");
    }

    private Optional<String> find(String name, String value) {
        Matcher found = Pattern.compile('"' + Pattern.quote(name) + "\"\\s*:\\s*" + value).matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
