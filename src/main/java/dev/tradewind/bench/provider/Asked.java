package dev.tradewind.bench.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/// A request for a completion, as far as the loopback provider reads it.
///
/// @param limit of tokens of the answer; 0 for none
record Asked(String model, List<Said> messages, int limit, boolean streamed) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// One message.
    record Said(String role, String text) {}

    Asked {
        messages = List.copyOf(messages);
    }

    /// Null when it is none.
    static @Nullable Asked read(String body) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JsonProcessingException _) {
            return null;
        }
        List<Said> messages = new ArrayList<>();
        for (JsonNode each : root.path("messages")) {
            messages.add(new Said(each.path("role").asText(), text(each.path("content"))));
        }
        int limit = root.path("max_completion_tokens").asInt(root.path("max_tokens").asInt());
        return messages.isEmpty() || !root.path("model").isTextual()
                ? null
                : new Asked(
                        root.path("model").asText(),
                        messages,
                        limit,
                        root.path("stream").asBoolean());
    }

    /// A content is a text or a list of parts.
    private static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.asText("");
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asText("")));
        return text.toString();
    }

    /// What the user said last.
    String last() {
        return messages.reversed().stream()
                .filter(said -> said.role().equals("user"))
                .map(Said::text)
                .findFirst()
                .orElse("");
    }

    /// Characters of the system's messages, which a provider keeps in its cache.
    int shared() {
        return messages.stream()
                .filter(said -> said.role().equals("system"))
                .mapToInt(said -> said.text().length())
                .sum();
    }

    int length() {
        return messages.stream().mapToInt(said -> said.text().length()).sum();
    }

    /// Equal for equal requests of one model.
    long hash() {
        MessageDigest digest = sha256();
        digest.update(model.getBytes(UTF_8));
        for (Said said : messages) {
            digest.update((byte) 0);
            digest.update(said.role().getBytes(UTF_8));
            digest.update((byte) 0);
            digest.update(said.text().getBytes(UTF_8));
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
