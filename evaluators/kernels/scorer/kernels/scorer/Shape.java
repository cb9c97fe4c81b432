package kernels.scorer;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/// What the referee is asked: a kernel, its sizes, and whether to time it.
///
/// @param kernel as the referee knows it, such as `sgemm`
/// @param names of the sizes, such as `m`
/// @param sizes in the same order, 0 or more
/// @param timed whether it is timed, or only checked
/// @param cold whether its inputs are out of all caches when a call begins
/// @param terms greatest error that passes, when to give up and how long to go on
record Shape(
        String kernel,
        List<String> names,
        List<Long> sizes,
        boolean timed,
        boolean cold,
        Terms terms) {

    private static final String COLD = "/cold";

    /// What holds for all instances of a task.
    ///
    /// @param limit greatest error that passes
    /// @param hopeless share of the reference's speed below which timing is given up early
    /// @param seconds of wall time after which timing ends
    record Terms(double limit, double hopeless, double seconds) {}

    /// Reads a shape such as `8x2048x2048` or `4096x4096/cold`.
    ///
    /// @throws IllegalArgumentException saying what is wrong with it
    static Shape of(String kernel, List<String> names, String shape, boolean timed, Terms terms) {
        boolean cold = shape.endsWith(COLD);
        String plain = cold ? shape.substring(0, shape.length() - COLD.length()) : shape;
        List<Long> sizes = Arrays.stream(plain.split("x")).map(Long::valueOf).toList();
        if (sizes.size() != names.size()) {
            throw new IllegalArgumentException(
                    "%s has %d sizes, %s needs %s".formatted(shape, sizes.size(), kernel, names));
        }
        return new Shape(kernel, names, sizes, timed, cold, terms);
    }

    String shape() {
        StringJoiner text = new StringJoiner("x", "", cold ? COLD : "");
        sizes.forEach(size -> text.add(String.valueOf(size)));
        return text.toString();
    }

    /// One line of the run protocol.
    String line() {
        StringJoiner text = new StringJoiner(",", "{", "}");
        text.add("\"kernel\":\"" + kernel + '"');
        for (int at = 0; at < names.size(); at++) {
            text.add('"' + names.get(at) + "\":" + sizes.get(at));
        }
        text.add("\"mode\":\"" + (timed ? "time" : "check") + '"');
        text.add("\"cold\":" + cold);
        text.add("\"limit\":" + terms.limit());
        text.add("\"hopeless\":" + terms.hopeless());
        text.add("\"seconds\":" + terms.seconds());
        return text.toString();
    }
}
