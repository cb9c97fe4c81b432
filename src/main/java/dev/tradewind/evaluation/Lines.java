package dev.tradewind.evaluation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tradewind.evaluation.RunAnswer.Certificates;
import dev.tradewind.evaluation.RunAnswer.Stopped;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/// Reads what a run wrote to its standard output, a line of JSON for each instance, believing
/// nothing.
final class Lines {

    /// What is said of output that ends too early, which a crash explains better.
    static final String CUT = "no line, or one without an end";

    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper(JSON);
    private static final byte[] STOP = "{\"stop\"".getBytes(StandardCharsets.UTF_8);
    private static final int LONGEST_STOP = 64 << 10;

    /// What a run may stop by; a fault of the task's own is not its to say.
    private static final Set<FailureCause> STOPS =
            Set.of(
                    FailureCause.HOPELESS,
                    FailureCause.INVALID_RESULT,
                    FailureCause.CRASH,
                    FailureCause.TIMEOUT);

    private Lines() {}

    /// The certificates, or why there are none and at which instance.
    ///
    /// @param wanted number of instances
    static RunAnswer of(byte[] output, int wanted) {
        int[] ends = new int[wanted];
        int count = 0;
        int from = 0;
        for (int at = 0; at < output.length; at++) {
            if (output[at] == '\n') {
                if (startsStop(output, from, at)) {
                    return stop(output, from, at, count);
                }
                String objection =
                        count == wanted ? "a line too many" : objection(output, from, at);
                if (!objection.isEmpty()) {
                    return invalid(Math.min(count, wanted - 1), objection);
                }
                from = at + 1;
                ends[count++] = from;
            }
        }
        return count == wanted && from == output.length
                ? new Certificates(output, 0, ends, false)
                : invalid(Math.min(count, wanted - 1), CUT);
    }

    private static boolean startsStop(byte[] output, int from, int to) {
        return to - from >= STOP.length
                && Arrays.equals(output, from, from + STOP.length, STOP, 0, STOP.length);
    }

    private static Stopped stop(byte[] output, int from, int to, int instance) {
        try {
            if (to - from > LONGEST_STOP) {
                return invalid(instance, "a stop too long to be read");
            }
            JsonNode said = MAPPER.readTree(output, from, to - from);
            String word = said.path("stop").asText();
            return STOPS.stream()
                    .filter(known -> known.name().equals(word))
                    .findFirst()
                    .map(cause -> new Stopped(cause, instance, said.path("detail").asText()))
                    .orElseGet(() -> invalid(instance, "a stop that is none of " + STOPS));
        } catch (IOException unreadable) {
            return invalid(instance, "a stop that is no JSON");
        }
    }

    private static Stopped invalid(int instance, String detail) {
        return new Stopped(FailureCause.INVALID_RESULT, instance, detail);
    }

    /// What is wrong with a line as one JSON value; empty when it is one.
    private static String objection(byte[] output, int from, int to) {
        try (JsonParser parser = JSON.createParser(output, from, to - from)) {
            if (parser.nextToken() == null) {
                return "an empty line";
            }
            parser.skipChildren();
            return parser.nextToken() == null ? "" : "more than one JSON value in a line";
        } catch (IOException broken) {
            return "a line that is no JSON";
        }
    }
}
