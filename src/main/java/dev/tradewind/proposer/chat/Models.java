package dev.tradewind.proposer.chat;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.googleai.GeminiThinkingConfig;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Map;

/// LangChain4j's model for a rung. None of them retries or keeps a clock of its own.
///
/// @param http its calls go through
record Models(ChatRung rung, Key key, HttpClientBuilder http) {

    /// Clients that want some key even where the server wants none.
    private static final String NO_KEY = "none";

    /// Fewest tokens Anthropic lets a model think for.
    private static final int LEAST_THINKING = 1_024;

    ChatModel model() {
        return switch (rung.provider()) {
            case OPENAI -> openAi();
            case ANTHROPIC -> anthropic();
            case GEMINI -> gemini();
            case OLLAMA -> ollama();
        };
    }

    private ChatModel openAi() {
        OpenAiChatModel.OpenAiChatModelBuilder builder =
                OpenAiChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(rung.address().toString())
                        .modelName(rung.model())
                        .temperature(temperature())
                        .reasoningEffort(effort())
                        .returnThinking(true)
                        .maxRetries(0);
        if (!key.isNone()) {
            builder.apiKey(key.textOr(NO_KEY));
        }
        return tokenLimit(builder).build();
    }

    /// OpenAI's own reasoning models refuse the old name of the limit, many other servers do not
    /// know the new one.
    private OpenAiChatModel.OpenAiChatModelBuilder tokenLimit(
            OpenAiChatModel.OpenAiChatModelBuilder builder) {
        String host = "" + rung.address().getHost();
        boolean own = host.endsWith("openai.com") || host.endsWith("openai.azure.com");
        int limit = rung.limits().outputTokens();
        return own ? builder.maxCompletionTokens(limit) : builder.maxTokens(limit);
    }

    private ChatModel anthropic() {
        AnthropicChatModel.AnthropicChatModelBuilder builder =
                AnthropicChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(rung.address().toString())
                        .apiKey(key.textOr(NO_KEY))
                        .modelName(rung.model())
                        .maxTokens(rung.limits().outputTokens())
                        .returnThinking(true)
                        .maxRetries(0);
        int thinking = thinkingTokens();
        return thinking > 0
                ? builder.thinkingType("enabled").thinkingBudgetTokens(thinking).build()
                : builder.temperature(temperature()).build();
    }

    /// A share of the answer's tokens; 0 for a model that is not to think. An Anthropic model that
    /// thinks takes no temperature.
    private int thinkingTokens() {
        int output = rung.limits().outputTokens();
        int share =
                switch (rung.sampling().effort()) {
                    case USUAL, MINIMAL -> 0;
                    case LOW -> Math.max(LEAST_THINKING, output / 8);
                    case MEDIUM -> Math.max(LEAST_THINKING, output / 4);
                    case HIGH -> Math.max(LEAST_THINKING, output / 2);
                };
        return share < output ? share : 0;
    }

    private ChatModel gemini() {
        return GoogleAiGeminiChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(rung.address().toString())
                .apiKey(key.textOr(NO_KEY))
                .modelName(rung.model())
                .maxOutputTokens(rung.limits().outputTokens())
                .temperature(temperature())
                .thinkingConfig(geminiThinking())
                .returnThinking(true)
                .maxRetries(0)
                .build();
    }

    /// Models before the third generation are told a number of tokens, later ones a level.
    private @Nullable GeminiThinkingConfig geminiThinking() {
        ChatRung.Effort effort = rung.sampling().effort();
        if (effort == ChatRung.Effort.USUAL) {
            return null;
        }
        GeminiThinkingConfig.Builder thinking =
                GeminiThinkingConfig.builder().includeThoughts(true);
        return rung.model().startsWith("gemini-2")
                ? thinking.thinkingBudget(geminiBudget(effort)).build()
                : thinking.thinkingLevel(effort()).build();
    }

    /// Within what every model of the second generation allows.
    private static int geminiBudget(ChatRung.Effort effort) {
        return switch (effort) {
            case USUAL, MINIMAL -> 512;
            case LOW -> 2_048;
            case MEDIUM -> 8_192;
            case HIGH -> 24_576;
        };
    }

    private ChatModel ollama() {
        OllamaChatModel.OllamaChatModelBuilder builder =
                OllamaChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(rung.address().toString())
                        .modelName(rung.model())
                        .numPredict(rung.limits().outputTokens())
                        .temperature(temperature())
                        .returnThinking(true)
                        .maxRetries(0);
        if (!key.isNone()) {
            builder.customHeaders(Map.of("Authorization", "Bearer " + key.textOr(NO_KEY)));
        }
        return switch (rung.sampling().effort()) {
            case USUAL -> builder.build();
            case MINIMAL -> builder.think(false).build();
            case LOW, MEDIUM, HIGH -> builder.think(true).build();
        };
    }

    private @Nullable Double temperature() {
        double temperature = rung.sampling().temperature();
        return Double.isNaN(temperature) ? null : temperature;
    }

    private @Nullable String effort() {
        ChatRung.Effort effort = rung.sampling().effort();
        return effort == ChatRung.Effort.USUAL ? null : effort.name().toLowerCase(Locale.ROOT);
    }
}
