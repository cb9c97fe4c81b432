package dev.tradewind.proposer.chat;

import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import dev.tradewind.budget.Usage;
import dev.tradewind.proposer.Request;

import org.jspecify.annotations.Nullable;

/// The usage a call is booked with. Providers count differently; here `input` includes what was
/// cached and `output` includes reasoning, whoever says so. What makes no sense is cut to sense.
///
/// @param estimated whether the provider told none, so that it was estimated from the text
record TokenCount(Usage usage, boolean estimated) {

    /// Source code and English have about this many characters to a token.
    private static final double CHARACTERS = 3.5;

    /// Overhead of a message, in tokens.
    private static final int PER_MESSAGE = 4;

    /// @param told by the provider
    /// @param written characters of the answer and of its reasoning
    static TokenCount of(@Nullable TokenUsage told, Request request, int written) {
        if (told == null || count(told.inputTokenCount()) + count(told.outputTokenCount()) == 0) {
            return new TokenCount(estimate(request, written), true);
        }
        long input = count(told.inputTokenCount());
        long output = count(told.outputTokenCount());
        Usage usage =
                switch (told) {
                    case OpenAiTokenUsage openAi ->
                            usage(input, cached(openAi), output, reasoning(openAi));
                    case AnthropicTokenUsage anthropic -> usage(anthropic, input, output);
                    case GoogleAiGeminiTokenUsage gemini -> usage(gemini, input, output);
                    default -> usage(input, 0, output, 0);
                };
        return new TokenCount(usage, false);
    }

    /// Anthropic counts what it read from its cache, and what it put there, beside the input.
    private static Usage usage(AnthropicTokenUsage told, long input, long output) {
        long read = count(told.cacheReadInputTokens());
        return usage(input + read + count(told.cacheCreationInputTokens()), read, output, 0);
    }

    /// Gemini counts its thoughts beside the output.
    private static Usage usage(GoogleAiGeminiTokenUsage told, long input, long output) {
        long thoughts = count(told.thoughtsTokenCount());
        long cached = count(told.cachedContentTokenCount());
        return usage(input, cached, output + thoughts, thoughts);
    }

    private static Usage usage(long input, long cached, long output, long reasoning) {
        return new Usage(input, Math.min(cached, input), output, Math.min(reasoning, output));
    }

    private static long cached(OpenAiTokenUsage told) {
        OpenAiTokenUsage.InputTokensDetails details = told.inputTokensDetails();
        return details == null ? 0 : count(details.cachedTokens());
    }

    private static long reasoning(OpenAiTokenUsage told) {
        OpenAiTokenUsage.OutputTokensDetails details = told.outputTokensDetails();
        return details == null ? 0 : count(details.reasoningTokens());
    }

    private static long count(@Nullable Integer told) {
        return told == null ? 0 : Math.max(told, 0);
    }

    private static Usage estimate(Request request, int written) {
        long input = tokens(request.length()) + (long) PER_MESSAGE * request.messages().size();
        return new Usage(input, 0, tokens(written), 0);
    }

    private static long tokens(int characters) {
        return (long) Math.ceil(characters / CHARACTERS);
    }
}
