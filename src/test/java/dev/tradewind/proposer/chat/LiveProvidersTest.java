package dev.tradewind.proposer.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tradewind.proposer.Reply.Answered;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.nio.file.Path;

/// One tiny call to each real provider whose key is at hand: `mvn -Plive test`. Costs money.
@Tag("live")
final class LiveProvidersTest {

    /// Models may be replaced by variables such as `TRADEWIND_LIVE_OPENAI`. Ollama is asked only
    /// when `OLLAMA_HOST` says where it is.
    @ParameterizedTest
    @CsvSource({
        "OPENAI, OPENAI_API_KEY, gpt-5-nano",
        "ANTHROPIC, ANTHROPIC_API_KEY, claude-haiku-4-5",
        "GEMINI, GEMINI_API_KEY, gemini-2.5-flash-lite",
        "OLLAMA, OLLAMA_HOST, qwen3:0.6b"
    })
    void a_real_provider_answers_and_tells_its_usage(
            Provider provider, String variable, String model) {
        assumeTrue(Keys.of(System.getenv(), Path.of("")).has(variable), variable + " is not set");
        String name = System.getenv().getOrDefault("TRADEWIND_LIVE_" + provider, model);
        ChatRung rung = Rungs.rung(provider, name, address(provider));
        Key key = Keys.of(System.getenv(), Path.of("")).key(provider.keyVariable());
        try (ChatCaller caller = Rungs.caller(rung, key)) {
            assertThat(caller.call(Rungs.request("Say the word yes and nothing else.")))
                    .isInstanceOfSatisfying(
                            Answered.class,
                            answer -> {
                                assertThat(answer.text()).containsIgnoringCase("yes");
                                assertThat(answer.estimated()).isFalse();
                            });
        }
    }

    private static URI address(Provider provider) {
        return URI.create(
                provider == Provider.OLLAMA
                        ? System.getenv().getOrDefault("OLLAMA_HOST", provider.address())
                        : provider.address());
    }
}
