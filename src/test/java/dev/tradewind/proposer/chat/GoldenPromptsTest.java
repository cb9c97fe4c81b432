package dev.tradewind.proposer.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Task;
import dev.tradewind.prompt.PromptLibrary;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Message;
import dev.tradewind.proposer.Request;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/// What models are told, word for word. Read the files as a model would; [#main] writes them.
final class GoldenPromptsTest {

    private static final Path FOLDER =
            Path.of("src/test/resources/dev/tradewind/proposer/chat/prompts");
    private static final String DETAIL = "Urgency.java:8: cannot find symbol: variable deu";

    enum Talk {
        REWRITE,
        REWRITE_FILES,
        PATCH,
        PATCH_FILES,
        CROSS,
        EXPLORE,
        REFLECT,
        REFLECT_FILES,
        REPAIR,
        REPAIR_ANSWER;

        Path file() {
            return FOLDER.resolve(name().toLowerCase(Locale.ROOT) + ".md");
        }

        Request request() {
            return switch (this) {
                case REWRITE, PATCH, CROSS, EXPLORE, REFLECT -> asked(Talks.QUEUE, queue());
                case REWRITE_FILES, PATCH_FILES, REFLECT_FILES -> asked(Talks.FLIGHT, flight());
                case REPAIR -> asked(Talks.QUEUE, Talks.brokenAsk(FailureCause.COMPILE, DETAIL));
                case REPAIR_ANSWER ->
                        prompting(Talks.QUEUE)
                                .repair(
                                        PATCH.request(),
                                        "I think `due` matters most.",
                                        FailureCause.UNREADABLE,
                                        "no code in the answer");
            };
        }

        private Ask queue() {
            return Talks.queueAsk(word());
        }

        private Ask flight() {
            return Talks.flightAsk(word());
        }

        private String word() {
            String word = name().toLowerCase(Locale.ROOT);
            return word.replace("_files", "");
        }
    }

    @ParameterizedTest
    @EnumSource
    void models_are_told_what_the_file_says(Talk talk) {
        assertThat(talk.file()).as("write it with this class's main").hasContent(text(talk));
    }

    static void main() throws IOException {
        Files.createDirectories(FOLDER);
        for (Talk talk : Talk.values()) {
            Files.writeString(talk.file(), text(talk));
        }
    }

    private static Request asked(Task task, Ask ask) {
        return prompting(task).request("small", ask);
    }

    private static Prompting prompting(Task task) {
        return new Prompting(task, PromptLibrary.shipped());
    }

    private static String text(Talk talk) {
        return talk.request().messages().stream()
                .map(GoldenPromptsTest::text)
                .collect(Collectors.joining("\n"));
    }

    private static String text(Message message) {
        return "======== %s\n%s\n".formatted(message.role(), message.text());
    }
}
