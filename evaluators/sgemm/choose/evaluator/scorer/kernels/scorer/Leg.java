package kernels.scorer;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Where a shape is on its way: first the candidate is asked for a schedule, then the program of
/// that schedule is timed, by processes that never meet the candidate.
sealed interface Leg {

    Shape shape();

    /// @param caches sizes of the three caches, in floats
    record Asked(Shape shape, int[] caches) implements Leg {}

    /// @param program in C
    record Timed(Shape shape, String program) implements Leg {

        /// The line the referee reads, the program with it, in a coding without quotes or escapes.
        String line() {
            String line = shape.line();
            byte[] bytes = program.getBytes(StandardCharsets.UTF_8);
            return "%s,\"program\":\"%s\"}"
                    .formatted(
                            line.substring(0, line.length() - 1),
                            Base64.getEncoder().encodeToString(bytes));
        }
    }
}
