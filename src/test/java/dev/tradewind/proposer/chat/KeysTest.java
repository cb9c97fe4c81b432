package dev.tradewind.proposer.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.proposer.ProviderRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

final class KeysTest {

    private static final String NAME = "OPENAI_API_KEY";

    @TempDir private Path folder = Path.of("");

    @Test
    void the_environment_comes_before_the_file() throws IOException {
        write(NAME + "=from-the-file\n");
        assertThat(text(Map.of(NAME, "from-the-environment"))).isEqualTo("from-the-environment");
        assertThat(text(Map.of(NAME, " "))).isEqualTo("from-the-file");
        assertThat(text(Map.of())).isEqualTo("from-the-file");
    }

    @Test
    void a_missing_key_is_told_with_its_name_and_the_file() {
        assertThatThrownBy(() -> text(Map.of()))
                .isInstanceOf(ProviderRefused.class)
                .hasMessageContainingAll(NAME, folder.resolve(".env").toString(), "Maybe add");
    }

    @Test
    void none_is_wanted_where_no_variable_is_named() {
        assertThat(Keys.of(Map.of(), folder).key("")).isSameAs(Key.NONE);
    }

    @Test
    void a_file_that_cannot_be_read_is_told_without_its_text() throws IOException {
        write("sk-0123456789\n");
        assertThatThrownBy(() -> text(Map.of()))
                .isInstanceOf(ProviderRefused.class)
                .hasMessageContaining(".env")
                .hasMessageNotContaining("0123456789")
                .hasNoCause();
    }

    @Test
    void a_key_that_cannot_be_sent_is_told_without_its_text() {
        assertThatThrownBy(() -> text(Map.of(NAME, "sk 0123456789")))
                .isInstanceOf(ProviderRefused.class)
                .hasMessageContaining(NAME)
                .hasMessageNotContaining("0123456789");
    }

    @Test
    void a_key_never_shows_itself() {
        Key key = Key.of("  sk-0123456789\n");
        assertThat(key).hasToString("•••");
        assertThat(key.redact("Bearer sk-0123456789!")).isEqualTo("Bearer •••!");
        assertThat(Key.NONE).hasToString("no key");
    }

    @Test
    void a_word_that_is_no_secret_is_left_alone() {
        assertThat(Key.of("none").redact("There is none.")).isEqualTo("There is none.");
    }

    private String text(Map<String, String> environment) {
        return Keys.of(environment, folder).key(NAME).textOr("");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve(".env"), text);
    }
}
