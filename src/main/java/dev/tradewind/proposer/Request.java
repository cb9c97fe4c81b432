package dev.tradewind.proposer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// What a model is asked.
///
/// @param rung name of the rung asked
/// @param prompt name of the prompt file the last message was rendered from, such as `patch`
/// @param promptHash of that file
/// @param messages the conversation so far, the system's message first
public record Request(String rung, String prompt, String promptHash, List<Message> messages) {

    private static final int BYTES = 16;

    public Request {
        messages = List.copyOf(messages);
    }

    /// Identity of what is said: equal conversations with one rung have equal hashes, 32 hex
    /// digits.
    public String hash() {
        MessageDigest digest = sha256();
        digest.update(rung.getBytes(UTF_8));
        for (Message message : messages) {
            digest.update((byte) 0);
            digest.update(message.role().name().getBytes(UTF_8));
            digest.update((byte) 0);
            digest.update(message.text().getBytes(UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    /// Characters in all messages.
    public int length() {
        return messages.stream().mapToInt(message -> message.text().length()).sum();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
