package dev.tradewind.proposer.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.openai.OpenAiTokenUsage.InputTokensDetails;
import dev.langchain4j.model.openai.OpenAiTokenUsage.OutputTokensDetails;
import dev.langchain4j.model.output.TokenUsage;
import dev.tradewind.budget.Usage;
import dev.tradewind.proposer.Request;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TokenCountTest {

    private static final Request REQUEST = Rungs.request("x".repeat(680));

    @Test
    void more_cached_than_read_is_cut_to_what_was_read() {
        TokenUsage odd =
                OpenAiTokenUsage.builder()
                        .inputTokenCount(10)
                        .inputTokensDetails(InputTokensDetails.builder().cachedTokens(99).build())
                        .outputTokenCount(5)
                        .outputTokensDetails(
                                OutputTokensDetails.builder().reasoningTokens(99).build())
                        .build();
        assertThat(count(odd)).isEqualTo(new TokenCount(new Usage(10, 10, 5, 5), false));
    }

    @Test
    void negative_counts_are_none() {
        assertThat(count(new TokenUsage(-3, 5)))
                .isEqualTo(new TokenCount(new Usage(0, 0, 5, 0), false));
    }

    @Test
    void what_anthropic_read_from_its_cache_is_read_all_the_same() {
        TokenUsage told =
                AnthropicTokenUsage.builder()
                        .inputTokenCount(1)
                        .cacheReadInputTokens(20)
                        .cacheCreationInputTokens(300)
                        .outputTokenCount(4)
                        .build();
        assertThat(count(told)).isEqualTo(new TokenCount(new Usage(321, 20, 4, 0), false));
    }

    @Test
    void no_usage_is_estimated_from_the_text() {
        TokenCount estimate = count(null);
        assertThat(estimate.estimated()).isTrue();
        assertThat(estimate.usage()).isEqualTo(new Usage(208, 0, 100, 0));
    }

    @Test
    void a_usage_of_nothing_is_no_usage() {
        assertThat(count(new TokenUsage()).estimated()).isTrue();
        assertThat(count(new TokenUsage(0, 0)).estimated()).isTrue();
    }

    private static TokenCount count(@Nullable TokenUsage told) {
        return TokenCount.of(told, REQUEST, 350);
    }
}
