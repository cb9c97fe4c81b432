package dev.tradewind.bench.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

@Timeout(60)
final class LoopbackProviderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final LoopbackModel SURE =
            new LoopbackModel(
                    "sure", 1, 2, LoopbackModel.LARGE.size(), LoopbackModel.LARGE.price());

    private static final LoopbackOptions OPTIONS =
            LoopbackOptions.quick(7).withModels(List.of(SURE, LoopbackModel.TINY));

    private static final String PROGRAM =
            """
            # v1: 4.0

            ```java
            public final class Rule {
                // EVOLVE-BLOCK-START
                double rate(int item, int room) {
                    return item - room;
                }
                // EVOLVE-BLOCK-END
            }
            ```

            # Write v2

            Answer in this form:

            ```
            all lines that stand between the marks
            ```
            """;

    @Test
    void equal_requests_get_equal_answers_in_their_turn() throws Exception {
        assertThat(answers()).isEqualTo(answers()).doesNotHaveDuplicates();
    }

    private static List<String> answers() throws Exception {
        try (LoopbackProvider provider = LoopbackProvider.start(OPTIONS)) {
            List<String> answers = new ArrayList<>();
            for (int time = 0; time < 3; time++) {
                answers.add(ask(provider, "sure", PROGRAM).body());
            }
            return answers;
        }
    }

    @Test
    void the_answer_is_a_child_of_the_program_in_the_prompt() throws Exception {
        try (LoopbackProvider provider = LoopbackProvider.start(OPTIONS)) {
            String answer = text(ask(provider, "sure", PROGRAM));
            assertThat(answer)
                    .startsWith("Idea: ")
                    .containsPattern("```java\\n\\s+double rate\\(int item, int room\\)")
                    .doesNotContain("return item - room;")
                    .doesNotContain("EVOLVE-BLOCK");
        }
    }

    @Test
    void edits_are_given_now_and_then_where_edits_are_asked_for() throws Exception {
        try (LoopbackProvider provider = LoopbackProvider.start(OPTIONS)) {
            List<String> answers = new ArrayList<>();
            for (int time = 0; time < 20; time++) {
                answers.add(text(ask(provider, "sure", PROGRAM + "\n<<<<<<< SEARCH\n")));
            }
            assertThat(answers)
                    .anyMatch(answer -> answer.contains("```java"))
                    .anyMatch(
                            answer ->
                                    answer.matches(
                                            "(?s).*<<<<<<< SEARCH\\n.+=======\\n.*"
                                                    + ">>>>>>> REPLACE\\n"));
        }
    }

    @Test
    void a_poor_model_answers_with_broken_programs_or_none() throws Exception {
        try (LoopbackProvider provider = LoopbackProvider.start(OPTIONS)) {
            int whole = 0;
            for (int time = 0; time < 200; time++) {
                String answer = text(ask(provider, "tiny", PROGRAM));
                whole +=
                        answer.chars().filter(each -> each == '{').count() > 0
                                        && answer.chars().filter(each -> each == '{').count()
                                                == answer.chars()
                                                        .filter(each -> each == '}')
                                                        .count()
                                ? 1
                                : 0;
            }
            assertThat(whole).isBetween(70, 130);
        }
    }

    @Test
    void a_reflection_gets_advice_and_a_prompt_without_a_program_gets_words() throws Exception {
        try (LoopbackProvider provider = LoopbackProvider.start(OPTIONS)) {
            assertThat(text(ask(provider, "sure", PROGRAM + "\n# Advise those who go on\n")))
                    .startsWith("- Helped:");
            assertThat(text(ask(provider, "sure", "Hello"))).isNotBlank().doesNotContain("```");
        }
    }

    @Test
    void usage_is_told_and_billed() throws Exception {
        try (LoopbackProvider provider = LoopbackProvider.start(OPTIONS)) {
            JsonNode usage =
                    JSON.readTree(ask(provider, "sure", "x".repeat(400)).body()).path("usage");
            assertThat(usage.path("prompt_tokens").asInt()).isEqualTo(100);
            assertThat(usage.at("/completion_tokens_details/reasoning_tokens").asInt())
                    .isEqualTo(usage.path("completion_tokens").asInt() * 2 / 3);
            assertThat(provider.served().usage().total())
                    .isEqualTo(usage.path("total_tokens").asInt());
        }
    }

    @Test
    void an_answer_can_be_streamed() throws Exception {
        try (LoopbackProvider provider = LoopbackProvider.start(OPTIONS)) {
            String body = body("sure", "Hello").replace("{\"model\"", "{\"stream\":true,\"model\"");
            assertThat(post(provider, body).body())
                    .startsWith("data: {")
                    .contains("\"usage\"")
                    .endsWith("data: [DONE]\n\n");
        }
    }

    @Test
    void its_models_can_be_listed() throws Exception {
        try (LoopbackProvider provider = LoopbackProvider.start(OPTIONS)) {
            URI models = URI.create(provider.address() + "/models");
            assertThat(send(HttpRequest.newBuilder(models).build()).body())
                    .contains("\"id\":\"sure\"", "\"id\":\"tiny\"");
        }
    }

    @Test
    void faults_come_in_their_shares() throws Exception {
        LoopbackOptions faulty = OPTIONS.with(Fault.SERVER_ERROR, 0.2).with(Fault.NO_CODE, 0.3);
        try (LoopbackProvider provider = LoopbackProvider.start(faulty)) {
            for (int number = 0; number < 300; number++) {
                HttpResponse<String> _ = ask(provider, "sure", "Request " + number);
            }
            assertThat(provider.served().met(Fault.SERVER_ERROR)).isBetween(40L, 80L);
            assertThat(provider.served().met(Fault.NO_CODE)).isBetween(65L, 115L);
        }
    }

    private static HttpResponse<String> ask(LoopbackProvider provider, String model, String prompt)
            throws IOException, InterruptedException {
        return post(provider, body(model, prompt));
    }

    private static String body(String model, String prompt) {
        var root = JSON.createObjectNode().put("model", model);
        root.putArray("messages").addObject().put("role", "user").put("content", prompt);
        return root.toString();
    }

    private static HttpResponse<String> post(LoopbackProvider provider, String body)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(provider.address() + "/chat/completions"))
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private static HttpResponse<String> send(HttpRequest request)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static String text(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body()).at("/choices/0/message/content").asText();
    }
}
