package dev.tradewind.proposer.chat;

import dev.tradewind.budget.Charge;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.guard.answer.AnswerReader;
import dev.tradewind.guard.answer.Reading;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Descent;
import dev.tradewind.program.ProgramId;
import dev.tradewind.prompt.PromptName;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Briefing.Broken;
import dev.tradewind.proposer.Exchange;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Proposer;
import dev.tradewind.proposer.Reply;
import dev.tradewind.proposer.Reply.Finish;
import dev.tradewind.proposer.Request;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A language model as a proposer: asks with the briefing's prompt, reads a program out of the
/// answer, and asks once more when there was none in it or the guard refused it.
///
/// A proposal makes at most two calls that cost anything. Safe for any number of threads.
public final class ChatProposer implements Proposer {

    private static final int CALLS = 2;

    private final Bill bill;
    private final String name;
    private final Prompting prompting;
    private final Function<Request, Reply> calling;

    /// @param calling asks the model and waits for what comes of it
    public ChatProposer(ChatRung rung, Prompting prompting, Function<Request, Reply> calling) {
        this.bill = new Bill(rung);
        this.name = rung.name();
        this.prompting = prompting;
        this.calling = calling;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Charge most(Ask ask) {
        return bill.most(prompting.request(name, ask), CALLS);
    }

    @Override
    public Proposal propose(Ask ask) {
        Exchange first = exchange(ask, prompting.request(name, ask));
        if (ask.briefing().prompt().equals(PromptName.REFLECT.word())) {
            return advice(first.reply());
        }
        Candidate base = base(ask);
        return switch (heard(first.reply(), base)) {
            case Heard.Program(Reading.Read read) -> proposed(ask, read);
            case Heard.Nothing(String detail) -> silent(detail);
            case Heard.Gibberish(String answer, String detail) -> {
                Request again =
                        prompting.repair(first.request(), answer, FailureCause.UNREADABLE, detail);
                yield last(ask, exchange(ask, again), base);
            }
        };
    }

    @Override
    public Optional<Proposal> repaired(
            Ask ask, Candidate refused, FailureCause cause, String detail) {
        List<Exchange> made = ask.exchanges().made();
        if (made.size() >= CALLS || !(made.getLast().reply() instanceof Reply.Answered answered)) {
            return Optional.empty();
        }
        Request before = made.getLast().request();
        Request again = prompting.repair(before, answered.text(), cause, detail);
        return Optional.of(last(ask, exchange(ask, again), refused));
    }

    /// What edits in an answer are edits of.
    private static Candidate base(Ask ask) {
        Broken broken = ask.briefing().broken();
        return broken == null ? ask.parents().getFirst() : broken.candidate();
    }

    private Exchange exchange(Ask ask, Request request) {
        int turn = ask.exchanges().made().size() + 1;
        return ask.exchanges()
                .exchange(
                        request,
                        () -> {
                            Reply reply = calling.apply(request);
                            return new Exchange(turn, request, reply, bill.of(request, reply));
                        });
    }

    /// What there is in a reply.
    private sealed interface Heard {

        record Program(Reading.Read read) implements Heard {}

        /// An answer without a program in it.
        record Gibberish(String answer, String detail) implements Heard {}

        record Nothing(String detail) implements Heard {}
    }

    private static Heard heard(Reply reply, Candidate base) {
        return switch (reply) {
            case Reply.Lost lost -> new Heard.Nothing(lost.detail());
            case Reply.Rejected rejected -> new Heard.Nothing(rejected.detail());
            case Reply.Answered answered -> {
                boolean cut = answered.finish() == Finish.LENGTH;
                yield switch (AnswerReader.read(answered.text(), base.program(), cut)) {
                    case Reading.Read read -> new Heard.Program(read);
                    case Reading.Unreadable(String detail) ->
                            new Heard.Gibberish(answered.text(), detail);
                };
            }
        };
    }

    private Proposal last(Ask ask, Exchange exchange, Candidate base) {
        return switch (heard(exchange.reply(), base)) {
            case Heard.Program(Reading.Read read) -> proposed(ask, read);
            case Heard.Nothing(String detail) -> silent(detail);
            case Heard.Gibberish(String _, String detail) ->
                    new Proposal.Declined(FailureCause.UNREADABLE, detail);
        };
    }

    private static Proposal silent(String detail) {
        return new Proposal.Declined(FailureCause.UNANSWERED, detail);
    }

    private static Proposal advice(Reply reply) {
        return switch (reply) {
            case Reply.Answered answered when !answered.text().isBlank() ->
                    new Proposal.Advised(answered.text().strip());
            case Reply.Answered _ ->
                    new Proposal.Declined(FailureCause.UNREADABLE, "no advice in the answer");
            case Reply.Lost lost -> silent(lost.detail());
            case Reply.Rejected rejected -> silent(rejected.detail());
        };
    }

    private Proposal proposed(Ask ask, Reading.Read read) {
        List<ProgramId> parents = ask.parents().stream().map(Candidate::id).toList();
        String prompt = ask.briefing().prompt();
        String operator = read.idea().isEmpty() ? prompt : prompt + ": " + read.idea();
        return new Proposal.Proposed(
                Candidate.of(read.program(), new Descent(parents, name, operator)));
    }
}
