package quantizer.trellis;

import java.io.DataInput;
import java.io.IOException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The line of JSON the bench answers with. Members are looked for by name, wherever they stand;
/// whoever forges one forges only his own result, which the stream then contradicts.
record Certificate(String line) {

    private static final int LONGEST = 1 << 27;

    /// @throws IOException when there is none
    static Certificate read(DataInput in) throws IOException {
        String line = in.readLine();
        if (line == null || line.length() > LONGEST) {
            throw new IOException("no certificate, or too long a one");
        }
        return new Certificate(line);
    }

    byte[] stream() throws IOException {
        try {
            return Base64.getDecoder().decode(text("stream"));
        } catch (IllegalArgumentException garbled) {
            throw new IOException("the stream is not in base64", garbled);
        }
    }

    String text(String name) throws IOException {
        return found("\"" + name + "\":\"([^\"]*)\"", name);
    }

    boolean agrees() {
        return line.contains("\"agree\":true");
    }

    double number(String name) throws IOException {
        return Double.parseDouble(found("\"" + name + "\":([0-9.]{1,20})[,}]", name));
    }

    /// The least times of a race; zeros where it was not run.
    Times times(String race) throws IOException {
        Matcher matcher = Pattern.compile("\"" + race + "\":(\\{[^{}]*})").matcher(line);
        if (!matcher.find()) {
            return Times.NONE;
        }
        Certificate inner = new Certificate(matcher.group(1));
        return new Times(
                inner.number("ours8"),
                inner.number("ours32"),
                inner.number("int8"),
                inner.number("int32"));
    }

    private String found(String pattern, String name) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(line);
        if (!matcher.find()) {
            throw new IOException("the certificate has no " + name);
        }
        return matcher.group(1);
    }

    /// Nanoseconds to decode as many weights; 0 where there is no such decoder.
    ///
    /// @param ours8 of this code, to bytes
    /// @param ours32 of this code, to floats
    /// @param int8 of the fastest decoder of 4-bit numbers, to bytes
    /// @param int32 of the same, to floats
    record Times(double ours8, double ours32, double int8, double int32) {

        static final Times NONE = new Times(0, 0, 0, 0);

        /// Speed to bytes over that of 4-bit numbers to bytes. A code whose values are no bytes is
        /// decoded to floats instead, and pays for it.
        double ratio8() {
            double ours = ours8 > 0 ? ours8 : ours32;
            return ours > 0 ? int8 / ours : 0;
        }

        double ratio32() {
            return ours32 > 0 ? int32 / ours32 : 0;
        }
    }
}
