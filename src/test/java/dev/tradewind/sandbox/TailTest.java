package dev.tradewind.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

final class TailTest {

    @Test
    void a_flood_leaves_only_its_end() throws InterruptedException {
        String flood = "drop ".repeat(1_000_000) + "the last word";
        Tail tail = Tail.of(stream(flood));
        assertThat(tail.text()).endsWith("the last word").hasSizeLessThanOrEqualTo(501);
        assertThat(tail.seen()).isEqualTo(flood.length());
    }

    @Test
    void control_characters_and_line_ends_become_blanks() throws InterruptedException {
        assertThat(Tail.of(stream("\u001b[31mred\u0007\r\nnext\u202e\u2028line")).text())
                .isEqualTo("[31mred next line");
    }

    @Test
    void silence_is_an_empty_line() throws InterruptedException {
        assertThat(Tail.of(stream("")).text()).isEmpty();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
