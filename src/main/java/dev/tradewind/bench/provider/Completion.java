package dev.tradewind.bench.provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tradewind.budget.Usage;

import org.jspecify.annotations.Nullable;

/// An answer in OpenAI's words.
///
/// @param text null for none
/// @param finish such as `stop`
/// @param told whether the usage is told
record Completion(String model, @Nullable String text, String finish, Usage usage, boolean told) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "chatcmpl-loopback";
    private static final int PIECE = 40;

    /// In one piece.
    String whole() {
        ObjectNode root = root("chat.completion");
        ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
        choice.putObject("message").put("role", "assistant").put("content", text);
        choice.put("finish_reason", finish);
        return tellUsage(root).toString();
    }

    /// As server-sent events.
    String streamed() {
        StringBuilder events = new StringBuilder();
        String all = text == null ? "" : text;
        for (int at = 0; at < all.length(); at += PIECE) {
            String piece = all.substring(at, Math.min(at + PIECE, all.length()));
            events.append(event(chunk(piece, null)));
        }
        events.append(event(tellUsage(chunk("", finish))));
        return events.append("data: [DONE]\n\n").toString();
    }

    /// Without a choice.
    String without() {
        ObjectNode root = root("chat.completion");
        root.putArray("choices");
        return tellUsage(root).toString();
    }

    private ObjectNode chunk(String piece, @Nullable String end) {
        ObjectNode root = root("chat.completion.chunk");
        ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
        choice.putObject("delta").put("content", piece);
        choice.put("finish_reason", end);
        return root;
    }

    private ObjectNode root(String kind) {
        return JSON.createObjectNode()
                .put("id", ID)
                .put("object", kind)
                .put("created", 0)
                .put("model", model);
    }

    private ObjectNode tellUsage(ObjectNode root) {
        if (told) {
            ObjectNode tokens = root.putObject("usage");
            tokens.put("prompt_tokens", usage.input());
            tokens.put("completion_tokens", usage.output());
            tokens.put("total_tokens", usage.total());
            tokens.putObject("prompt_tokens_details").put("cached_tokens", usage.cached());
            tokens.putObject("completion_tokens_details")
                    .put("reasoning_tokens", usage.reasoning());
        }
        return root;
    }

    private static String event(ObjectNode chunk) {
        return "data: " + chunk + "\n\n";
    }

    /// An error as OpenAI tells it.
    static String error(String message, String code) {
        ObjectNode root = JSON.createObjectNode();
        root.putObject("error")
                .put("message", message)
                .put("type", "invalid_request_error")
                .put("code", code);
        return root.toString();
    }

    /// The list of models.
    static String models(Iterable<LoopbackModel> models) {
        ObjectNode root = JSON.createObjectNode().put("object", "list");
        var list = root.putArray("data");
        models.forEach(model -> list.addObject().put("id", model.name()).put("object", "model"));
        return root.toString();
    }
}
