package dev.tradewind.proposer.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;

import dev.tradewind.budget.Usage;
import dev.tradewind.proposer.ProviderDown;
import dev.tradewind.proposer.ProviderRefused;
import dev.tradewind.proposer.Reply;
import dev.tradewind.proposer.Reply.Answered;
import dev.tradewind.proposer.Reply.Finish;
import dev.tradewind.proposer.Reply.Lost;
import dev.tradewind.proposer.Reply.Rejected;
import dev.tradewind.proposer.chat.ChatRung.Effort;
import dev.tradewind.proposer.chat.ChatRung.Sampling;
import dev.tradewind.proposer.chat.Speaker.Heard;
import dev.tradewind.proposer.chat.Speaker.Said;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What is said to each kind of provider, and what is made of what they say, in the shapes they
/// document.
@Timeout(60)
final class ProtocolsTest {

    private static final Key KEY = Key.of("secret-0123456789");
    private static final Sampling THINKING = new Sampling(0.7, Effort.MEDIUM);

    private static final String OPENAI =
            """
            {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "gpt-x-2026",
             "choices": [{"index": 0, "finish_reason": "length", "message":
               {"role": "assistant", "content": "Hello", "reasoning_content": "Let me see."}}],
             "usage": {"prompt_tokens": 100, "completion_tokens": 50, "total_tokens": 150,
               "prompt_tokens_details": {"cached_tokens": 64},
               "completion_tokens_details": {"reasoning_tokens": 40}}}
            """;

    private static final String ANTHROPIC =
            """
            {"id": "msg_1", "type": "message", "role": "assistant", "model": "claude-x-2026",
             "content": [{"type": "thinking", "thinking": "Let me see.", "signature": "abc"},
               {"type": "text", "text": "Hello"}],
             "stop_reason": "end_turn", "stop_sequence": null,
             "usage": {"input_tokens": 20, "cache_creation_input_tokens": 30,
               "cache_read_input_tokens": 50, "output_tokens": 40}}
            """;

    private static final String GEMINI =
            """
            {"candidates": [{"content": {"role": "model", "parts": [
               {"text": "Let me see.", "thought": true}, {"text": "Hello"}]},
               "finishReason": "STOP", "index": 0}],
             "usageMetadata": {"promptTokenCount": 100, "candidatesTokenCount": 10,
               "totalTokenCount": 150, "cachedContentTokenCount": 60, "thoughtsTokenCount": 40},
             "modelVersion": "gemini-x-001", "responseId": "r1"}
            """;

    private static final String OLLAMA =
            """
            {"model": "qwen-x:4b", "created_at": "2026-11-24T00:00:00Z",
             "message": {"role": "assistant", "content": "Hello", "thinking": "Let me see."},
             "done": true, "done_reason": "stop", "total_duration": 1, "load_duration": 1,
             "prompt_eval_count": 100, "prompt_eval_duration": 1, "eval_count": 50,
             "eval_duration": 1}
            """;

    @Test
    void openai_is_asked_and_understood() throws IOException {
        try (Speaker speaker = Speaker.saying(_ -> Said.ok(OPENAI))) {
            Answered answer = ask(Provider.OPENAI, speaker, THINKING);
            assertThat(answer.text()).isEqualTo("Hello");
            assertThat(answer.thinking()).isEqualTo("Let me see.");
            assertThat(answer.finish()).isEqualTo(Finish.LENGTH);
            assertThat(answer.servedBy()).isEqualTo("gpt-x-2026");
            assertThat(answer.usage()).isEqualTo(new Usage(100, 64, 50, 40));
            Heard heard = speaker.heard().getFirst();
            assertThat(heard.path()).isEqualTo("/chat/completions");
            assertThat(heard.header("Authorization")).isEqualTo("Bearer secret-0123456789");
            JsonNode body = heard.json();
            assertThat(body.path("model").asText()).isEqualTo("the-model");
            assertThat(body.at("/messages/0/role").asText()).isEqualTo("system");
            assertThat(body.at("/messages/1/content").asText()).isEqualTo("Go on.");
            assertThat(body.path("max_tokens").asInt()).isEqualTo(2_000);
            assertThat(body.path("temperature").asDouble()).isEqualTo(0.7);
            assertThat(body.path("reasoning_effort").asText()).isEqualTo("medium");
        }
    }

    @Test
    void what_the_campaign_leaves_to_the_provider_is_not_sent() throws IOException {
        try (Speaker speaker = Speaker.saying(_ -> Said.ok(OPENAI))) {
            Answered _ = ask(Provider.OPENAI, speaker, Sampling.DEFAULT);
            JsonNode body = speaker.heard().getFirst().json();
            assertThat(body.has("temperature")).isFalse();
            assertThat(body.has("reasoning_effort")).isFalse();
        }
    }

    @Test
    void a_refusal_of_openai_is_a_filtered_answer() throws IOException {
        String refusal = OPENAI.replace("\"content\": \"Hello\"", "\"refusal\": \"I cannot.\"");
        try (Speaker speaker = Speaker.saying(_ -> Said.ok(refusal))) {
            Answered answer = ask(Provider.OPENAI, speaker, Sampling.DEFAULT);
            assertThat(answer.text()).isEqualTo("I cannot.");
            assertThat(answer.finish()).isEqualTo(Finish.FILTERED);
        }
    }

    @Test
    void anthropic_is_asked_and_understood() throws IOException {
        try (Speaker speaker = Speaker.saying(_ -> Said.ok(ANTHROPIC))) {
            Answered answer = ask(Provider.ANTHROPIC, speaker, THINKING);
            assertThat(answer.text()).isEqualTo("Hello");
            assertThat(answer.thinking()).isEqualTo("Let me see.");
            assertThat(answer.finish()).isEqualTo(Finish.STOP);
            assertThat(answer.servedBy()).isEqualTo("claude-x-2026");
            assertThat(answer.usage()).isEqualTo(new Usage(100, 50, 40, 0));
            Heard heard = speaker.heard().getFirst();
            assertThat(heard.path()).isEqualTo("/messages");
            assertThat(heard.header("x-api-key")).isEqualTo("secret-0123456789");
            JsonNode body = heard.json();
            assertThat(body.path("model").asText()).isEqualTo("the-model");
            assertThat(body.at("/system/0/text").asText()).isEqualTo("You write programs.");
            assertThat(body.at("/messages/0/content/0/text").asText()).isEqualTo("Go on.");
            assertThat(body.path("max_tokens").asInt()).isEqualTo(2_000);
            assertThat(body.at("/thinking/budget_tokens").asInt()).isEqualTo(1_024);
        }
    }

    @Test
    void anthropic_is_asked_again_when_overloaded() throws IOException {
        Said overloaded = Said.error(529, anthropicError("overloaded_error", "Overloaded"));
        try (Speaker speaker = inTurn(overloaded, Said.ok(ANTHROPIC))) {
            assertThat(ask(Provider.ANTHROPIC, speaker, Sampling.DEFAULT).retries()).isEqualTo(1);
        }
    }

    @Test
    void anthropic_rejects_a_request() throws IOException {
        Said wrong = Said.error(400, anthropicError("invalid_request_error", "max_tokens: big"));
        try (Speaker speaker = inTurn(wrong)) {
            assertThat(reply(Provider.ANTHROPIC, speaker, Sampling.DEFAULT))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected ->
                                    assertThat(rejected.detail())
                                            .isEqualTo("400: max_tokens: big"));
        }
    }

    @Test
    void anthropic_wants_to_be_paid() throws IOException {
        String words = "Your credit balance is too low to access the Anthropic API.";
        try (Speaker speaker = inTurn(Said.error(400, anthropicError("x", words)))) {
            assertThatThrownBy(() -> ask(Provider.ANTHROPIC, speaker, Sampling.DEFAULT))
                    .isInstanceOf(ProviderDown.class)
                    .hasMessageContaining("out of credit");
        }
    }

    @Test
    void gemini_is_asked_and_understood() throws IOException {
        try (Speaker speaker = Speaker.saying(_ -> Said.ok(GEMINI))) {
            Answered answer = ask(Provider.GEMINI, speaker, THINKING);
            assertThat(answer.text()).isEqualTo("Hello");
            assertThat(answer.thinking()).isEqualTo("Let me see.");
            assertThat(answer.finish()).isEqualTo(Finish.STOP);
            assertThat(answer.servedBy()).isEqualTo("gemini-x-001");
            assertThat(answer.usage()).isEqualTo(new Usage(100, 60, 50, 40));
            Heard heard = speaker.heard().getFirst();
            assertThat(heard.path()).isEqualTo("/models/the-model:generateContent");
            assertThat(heard.header("x-goog-api-key")).isEqualTo("secret-0123456789");
            JsonNode body = heard.json();
            assertThat(body.at("/systemInstruction/parts/0/text").asText())
                    .isEqualTo("You write programs.");
            assertThat(body.at("/contents/0/parts/0/text").asText()).isEqualTo("Go on.");
            JsonNode settings = body.path("generationConfig");
            assertThat(settings.path("maxOutputTokens").asInt()).isEqualTo(2_000);
            assertThat(settings.at("/thinkingConfig/thinkingLevel").asText()).isEqualTo("medium");
        }
    }

    @Test
    void gemini_may_leave_out_half_of_its_answer() throws IOException {
        String bare = "{\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"Hello\"}]}}]}";
        try (Speaker speaker = Speaker.saying(_ -> Said.ok(bare))) {
            Answered answer = ask(Provider.GEMINI, speaker, Sampling.DEFAULT);
            assertThat(answer.text()).isEqualTo("Hello");
            assertThat(answer.finish()).isEqualTo(Finish.OTHER);
            assertThat(answer.servedBy()).isEqualTo("the-model");
            assertThat(answer.estimated()).isTrue();
        }
    }

    @Test
    void gemini_blocks_a_prompt() throws IOException {
        String blocked =
                """
                {"promptFeedback": {"blockReason": "SAFETY"},
                 "usageMetadata": {"promptTokenCount": 100, "totalTokenCount": 100}}
                """;
        try (Speaker speaker = Speaker.saying(_ -> Said.ok(blocked))) {
            Answered answer = ask(Provider.GEMINI, speaker, Sampling.DEFAULT);
            assertThat(answer.finish()).isEqualTo(Finish.FILTERED);
            assertThat(answer.usage()).isEqualTo(new Usage(100, 0, 0, 0));
        }
    }

    @Test
    void gemini_says_in_its_words_how_long_to_wait() throws IOException {
        String limited =
                """
                {"error": {"code": 429, "message": "Quota exceeded", "status":
                  "RESOURCE_EXHAUSTED", "details": [{"@type":
                  "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "7200s"}]}}
                """;
        try (Speaker speaker = Speaker.saying(_ -> Said.error(429, limited))) {
            assertThatThrownBy(() -> ask(Provider.GEMINI, speaker, Sampling.DEFAULT))
                    .isInstanceOf(ProviderDown.class)
                    .hasMessageContainingAll("7200 s", "Quota exceeded");
        }
    }

    @Test
    void gemini_calls_a_wrong_key_a_bad_request() throws IOException {
        String wrong =
                """
                {"error": {"code": 400, "message": "API key not valid.", "status":
                  "INVALID_ARGUMENT", "details": [{"reason": "API_KEY_INVALID"}]}}
                """;
        try (Speaker speaker = Speaker.saying(_ -> Said.error(400, wrong))) {
            assertThatThrownBy(() -> ask(Provider.GEMINI, speaker, Sampling.DEFAULT))
                    .isInstanceOf(ProviderRefused.class)
                    .hasMessageContaining("Maybe the key");
        }
    }

    @Test
    void ollama_is_asked_and_understood() throws IOException {
        try (Speaker speaker = Speaker.saying(_ -> Said.ok(OLLAMA))) {
            Answered answer = ask(Provider.OLLAMA, speaker, THINKING);
            assertThat(answer.text()).isEqualTo("Hello");
            assertThat(answer.thinking()).isEqualTo("Let me see.");
            assertThat(answer.finish()).isEqualTo(Finish.STOP);
            assertThat(answer.servedBy()).isEqualTo("qwen-x:4b");
            assertThat(answer.usage()).isEqualTo(new Usage(100, 0, 50, 0));
            Heard heard = speaker.heard().getFirst();
            assertThat(heard.path()).isEqualTo("/api/chat");
            assertThat(heard.header("Authorization")).isEqualTo("Bearer secret-0123456789");
            JsonNode body = heard.json();
            assertThat(body.at("/messages/1/content").asText()).isEqualTo("Go on.");
            assertThat(body.at("/options/num_predict").asInt()).isEqualTo(2_000);
            assertThat(body.path("think").asBoolean()).isTrue();
        }
    }

    @Test
    void ollama_knows_no_such_model() throws IOException {
        Said unknown = Said.error(404, "{\"error\": \"model 'the-model' not found\"}");
        try (Speaker speaker = Speaker.saying(_ -> unknown)) {
            assertThatThrownBy(() -> ask(Provider.OLLAMA, speaker, Sampling.DEFAULT))
                    .isInstanceOf(ProviderRefused.class)
                    .hasMessageContainingAll("404: model 'the-model' not found", "misspelt");
        }
    }

    @Test
    void ollama_is_asked_again_when_busy() throws IOException {
        Said busy = Said.error(503, "{\"error\": \"server busy\"}");
        try (Speaker speaker = inTurn(busy, Said.ok(OLLAMA))) {
            assertThat(ask(Provider.OLLAMA, speaker, Sampling.DEFAULT).retries()).isEqualTo(1);
        }
    }

    @Test
    void an_error_that_calls_itself_a_success_is_a_lost_call() throws IOException {
        Said error = Said.ok("{\"error\": \"out of memory\"}");
        try (Speaker speaker = Speaker.saying(_ -> error)) {
            assertThat(reply(Provider.OLLAMA, speaker, Sampling.DEFAULT))
                    .isInstanceOfSatisfying(
                            Lost.class,
                            lost ->
                                    assertThat(lost.detail())
                                            .isEqualTo("unreadable answer: out of memory"));
        }
    }

    private static Answered ask(Provider provider, Speaker speaker, Sampling sampling) {
        return (Answered) reply(provider, speaker, sampling);
    }

    private static Reply reply(Provider provider, Speaker speaker, Sampling sampling) {
        ChatRung rung = Rungs.with(Rungs.rung(provider, "the-model", speaker.address()), sampling);
        try (ChatCaller caller = Rungs.caller(rung, KEY)) {
            return caller.call(Rungs.request("Go on."));
        }
    }

    /// Says one after the other.
    private static Speaker inTurn(Said... all) throws IOException {
        Queue<Said> left = new ConcurrentLinkedQueue<>(List.of(all));
        return Speaker.saying(_ -> left.remove());
    }

    private static String anthropicError(String type, String message) {
        return "{\"type\": \"error\", \"error\": {\"type\": \"%s\", \"message\": \"%s\"}}"
                .formatted(type, message);
    }
}
