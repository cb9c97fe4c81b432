package dev.tradewind.proposer.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/// The body of a refusal, for people.
final class ErrorBody {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 300;

    private ErrorBody() {}

    /// The provider's own words on one line, or the start of whatever it sent.
    static String words(String body) {
        String message = message(body);
        String line = (message.isBlank() ? body : message).strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    private static String message(String body) {
        try {
            JsonNode root = JSON.readTree(body);
            JsonNode whole = root.isArray() ? root.path(0) : root;
            JsonNode error = whole.path("error");
            return error.isTextual()
                    ? error.textValue()
                    : error.path("message").asText(whole.path("message").asText(""));
        } catch (JsonProcessingException _) {
            return "";
        }
    }
}
