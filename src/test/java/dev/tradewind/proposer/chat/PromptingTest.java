package dev.tradewind.proposer.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.program.Program;
import dev.tradewind.prompt.PromptLibrary;
import dev.tradewind.prompt.PromptName;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Briefing;
import dev.tradewind.proposer.Briefing.Account;
import dev.tradewind.proposer.Briefing.Tried;
import dev.tradewind.proposer.Message;
import dev.tradewind.proposer.Message.Role;
import dev.tradewind.proposer.Request;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;

final class PromptingTest {

    private static final PromptLibrary LIBRARY = PromptLibrary.shipped();

    private final Prompting queue = new Prompting(Talks.QUEUE, LIBRARY);
    private final Prompting flight = new Prompting(Talks.FLIGHT, LIBRARY);

    @ParameterizedTest
    @ValueSource(strings = {"rewrite", "patch", "cross", "explore", "reflect"})
    void a_request_names_its_rung_and_its_prompt(String prompt) {
        Request request = queue.request("small", Talks.queueAsk(prompt));
        assertThat(request.rung()).isEqualTo("small");
        assertThat(request.prompt()).isEqualTo(prompt);
        assertThat(request.promptHash()).isEqualTo(LIBRARY.prompt(PromptName.of(prompt)).hash());
        assertThat(request.messages())
                .extracting(Message::role)
                .containsExactly(Role.SYSTEM, Role.USER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rewrite", "patch", "cross", "explore", "reflect"})
    void equal_asks_give_equal_requests(String prompt) {
        Request one = queue.request("small", Talks.queueAsk(prompt));
        Request other =
                new Prompting(Talks.QUEUE, PromptLibrary.shipped())
                        .request("small", Talks.queueAsk(prompt));
        assertThat(other).isEqualTo(one);
        assertThat(other.hash()).isEqualTo(one.hash());
    }

    @Test
    void all_conversations_begin_alike() {
        Message first = queue.request("small", Talks.queueAsk("patch")).messages().getFirst();
        assertThat(queue.request("large", Talks.queueAsk("reflect")).messages().getFirst())
                .isEqualTo(first);
        Ask broken = Talks.brokenAsk(FailureCause.CRASH, "/ by zero");
        assertThat(queue.request("small", broken).messages().getFirst()).isEqualTo(first);
    }

    @Test
    void the_best_version_comes_last() {
        assertThat(said(queue, Talks.queueAsk("rewrite")))
                .containsSubsequence(
                        "# v0: 6 h tardiness", "-due", "# v1: 4.313 h tardiness", "work / (due");
    }

    @Test
    void a_file_that_is_the_same_in_all_versions_is_shown_once() {
        String said = said(flight, Talks.flightAsk("cross"));
        assertThat(said).containsOnlyOnce("class Turn").contains("return 0.1;", "return 0.2;");
    }

    @Test
    void files_without_regions_are_shown_in_the_first_message_only() {
        Request request = flight.request("small", Talks.flightAsk("rewrite"));
        assertThat(request.messages().getFirst().text()).contains("class Glider");
        assertThat(request.messages().getLast().text()).doesNotContain("class Glider");
    }

    @Test
    void a_fence_is_longer_than_any_run_of_backticks_inside() {
        Program ticked = Talks.queue("        // ```` such as this ````\n");
        Ask ask =
                Talks.ask(List.of(ticked), new Briefing("patch", accounts(1), "", List.of(), null));
        assertThat(said(queue, ask)).contains("\n`````java\n").contains("    }\n`````\n");
    }

    @Test
    void a_repair_goes_on_where_the_conversation_stopped() {
        Request before = queue.request("small", Talks.queueAsk("patch"));
        Request after = queue.repair(before, "no code", FailureCause.UNREADABLE, "no fence");
        assertThat(after.prompt()).isEqualTo("repair");
        assertThat(after.rung()).isEqualTo("small");
        assertThat(after.messages()).startsWith(before.messages().toArray(Message[]::new));
        assertThat(after.messages().get(2)).isEqualTo(Message.model("no code"));
        assertThat(after.messages().get(3).text())
                .startsWith("Your last answer has no score.\nNo program could be read")
                .contains("```\nno fence\n```");
    }

    @Test
    void an_empty_answer_is_not_repeated() {
        Request before = queue.request("small", Talks.queueAsk("patch"));
        assertThat(queue.repair(before, " \n", FailureCause.UNREADABLE, "").messages()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void every_cause_has_its_own_words(FailureCause cause) {
        String said = said(queue, Talks.brokenAsk(cause, "reported"));
        assertThat(said).contains("work / deu", "What was reported:", "reported");
        for (FailureCause other : FailureCause.values()) {
            assertThat(said.equals(said(queue, Talks.brokenAsk(other, "reported"))))
                    .isEqualTo(other == cause);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "repair", "patsh"})
    void a_briefing_that_does_not_fit_its_prompt_is_refused(String prompt) {
        Ask ask = Talks.queueAsk(prompt);
        assertThatThrownBy(() -> queue.request("small", ask))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(prompt);
    }

    @Test
    void every_parent_needs_an_account() {
        Ask ask =
                Talks.ask(
                        List.of(Talks.QUEUE.seed()),
                        new Briefing("patch", accounts(2), "", List.of(), null));
        assertThatThrownBy(() -> queue.request("small", ask))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 accounts of 1 parents");
    }

    @Property(tries = 200)
    void whatever_is_told_no_tag_is_left(
            @ForAll @From("words") String prompt,
            @ForAll @StringLength(max = 40) String text,
            @ForAll @Size(max = 3) List<@StringLength(max = 20) String> ideas) {
        Briefing briefing =
                new Briefing(
                        prompt,
                        List.of(new Account(Scores.of(text.length()), untagged(text))),
                        untagged(text),
                        ideas.stream().map(idea -> new Tried(untagged(idea), "kept")).toList(),
                        null);
        Request request = queue.request("small", Talks.ask(List.of(Talks.QUEUE.seed()), briefing));
        assertThat(request.messages())
                .allSatisfy(message -> assertThat(message.text()).doesNotContain("{{", "}}"));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of("rewrite", "patch", "cross", "explore", "reflect");
    }

    private static String untagged(String text) {
        return text.replace('{', '(').replace('}', ')');
    }

    private static List<Account> accounts(int count) {
        return Collections.nCopies(count, new Account(Scores.of(1), ""));
    }

    private static String said(Prompting prompting, Ask ask) {
        return prompting.request("small", ask).messages().getLast().text();
    }
}
