package dev.tradewind.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What is told of two ladders.
final class PlanDifferenceTest {

    private static final String SMALL =
            """
              - name: small
                provider: openai
                model: s-8b
                size: 8 B
                price: {input: 0.10 USD, output: 0.40 USD}
                temperature: 0.7
            """;

    private static final String LARGE =
            """
              - name: large
                provider: openai
                model: l-70b
                size: unknown
                price: free
            """;

    @TempDir Path root;

    @BeforeEach
    void a_task() {
        TaskFolder.in(root.resolve("answers"));
    }

    private Campaign with(String... rungs) {
        try {
            String ladder = "task: answers\nladder:\n" + String.join("", rungs);
            Path file = Files.writeString(root.resolve("plan.yaml"), ladder);
            return CampaignReader.read(file, List.of());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<String> difference(Campaign before, Campaign now) {
        return PlanDifference.of(before, now);
    }

    @Test
    void equal_ladders_have_none() {
        assertThat(difference(with(SMALL, LARGE), with(SMALL, LARGE))).isEmpty();
    }

    @Test
    void a_changed_setting_of_a_rung_is_told_by_its_key() {
        String other = SMALL.replace("0.7", "1.0").replace("0.40 USD", "0.50 USD");
        assertThat(difference(with(SMALL, LARGE), with(other, LARGE)))
                .containsExactly(
                        "ladder.small.price.output: was 0.4 USD, now 0.5 USD",
                        "ladder.small.temperature: was 0.7, now 1.0");
    }

    @Test
    void a_setting_that_is_new_was_not_set() {
        String other = SMALL.replace("    temperature: 0.7\n", "");
        assertThat(difference(with(other), with(SMALL)))
                .containsExactly("ladder.small.temperature: was not set, now 0.7");
    }

    @Test
    void another_way_to_pay_is_told_in_full() {
        String free = SMALL.replace("{input: 0.10 USD, output: 0.40 USD}", "free");
        assertThat(difference(with(free), with(SMALL)))
                .contains(
                        "ladder.small.price: was free, now not set",
                        "ladder.small.price.input: was not set, now 0.1 USD");
    }

    @Test
    void a_rung_of_one_ladder_only_is_told_by_its_name() {
        assertThat(difference(with(SMALL), with(SMALL, LARGE)))
                .filteredOn(line -> line.startsWith("ladder"))
                .containsExactly("ladder: was small, now small, large");
        assertThat(difference(with(SMALL, LARGE), with(LARGE, SMALL)))
                .containsExactly("ladder: was small, large, now large, small");
    }
}
