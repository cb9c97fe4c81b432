package dev.tradewind.evaluation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tradewind.evaluation.RunAnswer.Certificates;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/// What a run wrote to its standard output, read as lines of JSON; believing nothing.
///
/// @param certificates one for each whole line before the first that is none
/// @param stop why there are no more; null when the run did not say so
/// @param detail of the stop
record Lines(Certificates certificates, @Nullable FailureCause stop, String detail) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper(JSON);
    private static final byte[] STOP = "{\"stop\"".getBytes(StandardCharsets.UTF_8);
    private static final int LONGEST_STOP = 64 << 10;

    /// What a run may stop by; a fault of the task's own is the judge's to find.
    private static final Set<FailureCause> STOPS =
            Set.of(
                    FailureCause.HOPELESS,
                    FailureCause.INVALID_RESULT,
                    FailureCause.CRASH,
                    FailureCause.TIMEOUT);

    static Lines of(byte[] output, Sitting sitting) {
        int[] ends = new int[16];
        int count = 0;
        int from = 0;
        for (int at = 0; at < output.length; at++) {
            if (output[at] != '\n') {
                continue;
            }
            if (starts(output, from, at)) {
                return stopped(output, from, at, sitting.name(count));
            }
            String objection = objection(output, from, at);
            if (!objection.isEmpty()) {
                return none(sitting.name(count) + ": " + objection);
            }
            ends = count == ends.length ? Arrays.copyOf(ends, 2 * count) : ends;
            ends[count++] = at + 1;
            from = at + 1;
        }
        return from == output.length
                ? new Lines(
                        new Certificates(output, 0, Arrays.copyOf(ends, count), false), null, "")
                : none(sitting.name(count) + ": a line without an end");
    }

    private static boolean starts(byte[] output, int from, int to) {
        return to - from >= STOP.length
                && Arrays.equals(output, from, from + STOP.length, STOP, 0, STOP.length);
    }

    private static Lines stopped(byte[] output, int from, int to, String place) {
        try {
            if (to - from > LONGEST_STOP) {
                throw new IOException("too long");
            }
            JsonNode said = MAPPER.readTree(output, from, to - from);
            String word = said.path("stop").asText();
            FailureCause cause =
                    STOPS.stream()
                            .filter(known -> known.name().equals(word))
                            .findFirst()
                            .orElseThrow(() -> new IOException("no such cause"));
            String detail = RunAnswer.printable(said.path("detail").asText());
            return new Lines(nothing(), cause, place + ": " + detail);
        } catch (IOException unreadable) {
            return none(place + ": a stop of another kind than " + STOPS);
        }
    }

    private static Lines none(String detail) {
        return new Lines(nothing(), FailureCause.INVALID_RESULT, detail);
    }

    private static Certificates nothing() {
        return new Certificates(new byte[0], 0, new int[0], false);
    }

    /// What is wrong with a line as one JSON value; empty when it is one.
    private static String objection(byte[] output, int from, int to) {
        try (JsonParser parser = JSON.createParser(output, from, to - from)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return "an empty line";
            }
            parser.skipChildren();
            return parser.nextToken() == null ? "" : "more than one JSON value in a line";
        } catch (IOException broken) {
            return "no JSON: " + RunAnswer.printable("" + broken.getMessage());
        }
    }
}
