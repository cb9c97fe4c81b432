package dev.tradewind.proposer.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Set;

/// Gemini leaves out parts of an answer that its reader in LangChain4j trips over: usage, the
/// reason why it stopped, and every candidate when a prompt was blocked.
final class GeminiAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String REASON = "finishReason";

    private static final Set<String> REASONS =
            Set.of("STOP", "MAX_TOKENS", "SAFETY", "RECITATION", "LANGUAGE", "BLOCKLIST", "SPII");

    private GeminiAnswer() {}

    /// The answer with what was left out. What is no answer at all is returned as it came.
    static String completed(String body) {
        try {
            return JSON.readTree(body) instanceof ObjectNode answer
                    ? completed(answer).toString()
                    : body;
        } catch (JsonProcessingException _) {
            return body;
        }
    }

    private static ObjectNode completed(ObjectNode answer) {
        if (!answer.path("usageMetadata").isObject()) {
            answer.putObject("usageMetadata");
        }
        boolean blocked = answer.path("promptFeedback").hasNonNull("blockReason");
        if (blocked && answer.path("candidates").isEmpty()) {
            answer.putArray("candidates").addObject().put(REASON, "SAFETY");
        }
        for (JsonNode each : answer.path("candidates")) {
            if (each instanceof ObjectNode one && !REASONS.contains(one.path(REASON).asText())) {
                one.put(REASON, "OTHER");
            }
        }
        return answer;
    }
}
