package dev.tradewind.proposer.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.bench.provider.LoopbackModel;
import dev.tradewind.budget.Charge;
import dev.tradewind.budget.ModelSize;
import dev.tradewind.budget.Usage;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.MethodTask;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Row;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Task;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;
import dev.tradewind.prompt.PromptLibrary;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Briefing;
import dev.tradewind.proposer.Briefing.Account;
import dev.tradewind.proposer.Exchange;
import dev.tradewind.proposer.Exchanges;
import dev.tradewind.proposer.Message;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Reply;
import dev.tradewind.proposer.Reply.Finish;
import dev.tradewind.proposer.Request;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A proposer whose model says what the test wants.
final class ChatProposerTest {

    private static final Program SEED =
            Program.of(
                    "Sum.java",
                    """
                    public final class Sum {
                        // EVOLVE-BLOCK-START
                        public static double sum(int first, int second) {
                            return first + second;
                        }
                        // EVOLVE-BLOCK-END
                    }
                    """);

    private static final String GOOD =
            """
            Idea: count the second one twice

            ```java
                public static double sum(int first, int second) {
                    return first + 2 * second;
                }
            ```
            """;

    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<Request> asked = new ArrayList<>();

    private final ChatRung rung =
            new ChatRung(
                    "small",
                    Provider.OPENAI,
                    "small-1",
                    URI.create("http://localhost/v1"),
                    "",
                    new ModelSize.Active(8e9),
                    LoopbackModel.SMALL.price(),
                    4,
                    ChatRung.CallLimits.DEFAULT,
                    ChatRung.Sampling.DEFAULT);

    private final ChatProposer proposer =
            new ChatProposer(rung, new Prompting(task(), PromptLibrary.shipped()), this::reply);

    private static Task task() {
        List<Row> rows = List.of(Row.of(1, 2));
        return new MethodTask<>(
                        "sum",
                        Double.class,
                        SEED,
                        Objective.minimise("missing", "1"),
                        new MethodTask.Rows(rows, rows, rows))
                .rated((_, sum) -> sum)
                .task();
    }

    private Reply reply(Request request) {
        asked.add(request);
        return replies.remove();
    }

    private void says(String text) {
        says(text, Finish.STOP);
    }

    private void says(String text, Finish finish) {
        Usage usage = new Usage(1_000, 0, 100, 0);
        replies.add(
                new Reply.Answered(
                        text, "", finish, "small-1", usage, false, Duration.ofMillis(5), 0));
    }

    private static Ask ask(String prompt) {
        Briefing briefing =
                new Briefing(prompt, List.of(new Account(Scores.of(3), "")), "", List.of(), null);
        return new Ask(List.of(Candidate.seed(SEED)), 1, 0, briefing, Exchanges.live());
    }

    private static Candidate program(Proposal proposal) {
        assertThat(proposal).isInstanceOf(Proposal.Proposed.class);
        return ((Proposal.Proposed) proposal).candidate();
    }

    @Test
    void a_program_in_the_answer_is_proposed_with_the_idea_behind_it() {
        says(GOOD);
        Candidate candidate = program(proposer.propose(ask("rewrite")));
        assertThat(candidate.program().text("Sum.java")).contains("first + 2 * second");
        assertThat(candidate.descent().proposer()).isEqualTo("small");
        assertThat(candidate.descent().operator()).isEqualTo("rewrite: count the second one twice");
        assertThat(candidate.descent().parents()).containsExactly(SEED.id());
    }

    @Test
    void an_answer_without_a_program_is_asked_about_once() {
        says("I would rather not.");
        says(GOOD);
        Ask ask = ask("patch");
        assertThat(program(proposer.propose(ask)).descent().operator()).startsWith("patch");
        assertThat(asked).hasSize(2);
        List<Message> second = asked.getLast().messages();
        assertThat(second).startsWith(asked.getFirst().messages().toArray(new Message[0]));
        assertThat(second).contains(Message.model("I would rather not."));
        assertThat(asked.getLast().prompt()).isEqualTo("repair");
        assertThat(ask.exchanges().made()).extracting(Exchange::turn).containsExactly(1, 2);
    }

    @Test
    void a_second_answer_without_a_program_is_the_last() {
        says("No.");
        says("Still no.");
        assertThat(proposer.propose(ask("rewrite")))
                .isInstanceOfSatisfying(
                        Proposal.Declined.class,
                        declined ->
                                assertThat(declined.cause()).isEqualTo(FailureCause.UNREADABLE));
        assertThat(replies).isEmpty();
    }

    @Test
    void an_answer_cut_off_at_its_limit_is_told_so() {
        says("```java\n    public static double sum(int fir", Finish.LENGTH);
        says(GOOD);
        assertThat(program(proposer.propose(ask("rewrite"))).program()).isNotEqualTo(SEED);
        assertThat(asked.getLast().messages().getLast().text()).contains("cut off");
    }

    @Test
    void what_the_guard_refused_is_asked_about_with_the_reason() {
        says(GOOD.replace("2 * second", "2 * thrid"));
        says(GOOD);
        Ask ask = ask("rewrite");
        Candidate broken = program(proposer.propose(ask));
        Optional<Proposal> repaired =
                proposer.repaired(
                        ask, broken, FailureCause.COMPILE, "Sum.java:4:28  cannot find thrid");
        assertThat(repaired).isPresent();
        assertThat(program(repaired.get()).program().text("Sum.java")).contains("2 * second");
        assertThat(asked.getLast().messages().getLast().text()).contains("cannot find thrid");
    }

    @Test
    void nothing_is_repaired_twice() {
        says("No.");
        says(GOOD);
        Ask ask = ask("rewrite");
        Candidate candidate = program(proposer.propose(ask));
        assertThat(proposer.repaired(ask, candidate, FailureCause.COMPILE, "bad")).isEmpty();
    }

    @Test
    void a_lost_call_is_no_answer_and_may_still_be_billed() {
        replies.add(new Reply.Lost("no answer within 3 s", Duration.ofSeconds(3), 0));
        Ask ask = ask("rewrite");
        assertThat(proposer.propose(ask))
                .isEqualTo(new Proposal.Declined(FailureCause.UNANSWERED, "no answer within 3 s"));
        Charge charge = ask.exchanges().made().getFirst().charge();
        assertThat(charge.money().amount()).isZero();
        assertThat(charge.atRisk().amount()).isPositive();
    }

    @Test
    void a_proposal_never_costs_more_than_was_said_before() {
        says("No.".repeat(2_000));
        says("Still no.");
        Ask ask = ask("rewrite");
        Charge most = proposer.most(ask);
        Proposal _ = proposer.propose(ask);
        Exchange second = ask.exchanges().made().getLast();
        assertThat(second.request().length() / 3L).isLessThan(most.usage().input());
        assertThat(most.calls()).isEqualTo(2);
        assertThat(most.usage().output()).isEqualTo(2L * rung.limits().outputTokens());
    }

    @Test
    void a_reflection_is_advice_and_no_program() {
        says("Count more often.\n");
        assertThat(proposer.propose(ask("reflect")))
                .isEqualTo(new Proposal.Advised("Count more often."));
    }
}
