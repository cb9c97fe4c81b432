package jobs.scorer;

import java.io.DataInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The certificate: numbers of jobs, in the order they are done, as a list in JSON.
final class Order {

    private static final Pattern LIST = Pattern.compile("\\[(-?\\d{1,9}(,-?\\d{1,9})*)?]");

    private Order() {}

    /// @throws IOException when it is no such list; whoever wrote it is to blame
    static List<Integer> read(DataInput certificate) throws IOException {
        String text = line(certificate);
        if (!LIST.matcher(text).matches()) {
            throw new IOException("no list of jobs");
        }
        List<Integer> order = new ArrayList<>();
        for (String number : text.substring(1, text.length() - 1).split(",")) {
            if (!number.isEmpty()) {
                order.add(Integer.parseInt(number));
            }
        }
        return order;
    }

    private static String line(DataInput certificate) throws IOException {
        String line = certificate.readLine();
        byte[] bytes = (line == null ? "" : line).getBytes(StandardCharsets.ISO_8859_1);
        return new String(bytes, StandardCharsets.UTF_8).strip().replace(" ", "");
    }
}
