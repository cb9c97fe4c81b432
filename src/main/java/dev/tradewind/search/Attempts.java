package dev.tradewind.search;

import dev.tradewind.budget.Charge;
import dev.tradewind.budget.Spend;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Evaluator;
import dev.tradewind.evaluation.Executable;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Split;
import dev.tradewind.guard.Guard;
import dev.tradewind.guard.Verdict;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Landing.Validation;
import dev.tradewind.journal.Plan;
import dev.tradewind.program.Candidate;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Exchange;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Proposer;

import java.time.Duration;
import java.util.Optional;

/// One flight in the air: propose, admit, evaluate. Never throws for a bad candidate, and what it
/// finds depends on the plan and on what models answered alone, not on what else is in the air.
final class Attempts {

    private static final String KNOWN = "an earlier flight brought the same program";

    private final Guard guard;
    private final Evaluator evaluator;
    private final Objective objective;
    private final Seen seen;
    private final boolean told;

    /// @param told whether anyone is told of a candidate's breakdown, which is not kept otherwise
    Attempts(Assembly assembly, Seen seen, boolean told) {
        this.guard = assembly.guard();
        this.evaluator = assembly.evaluator();
        this.objective = assembly.task().task().objective();
        this.seen = seen;
        this.told = told;
    }

    Landing attempt(Plan plan, Proposer proposer, Ask ask) {
        Proposal proposal = proposer.propose(ask);
        Under flight = new Under(plan, ask, proposal.cpu());
        return switch (proposal) {
            case Proposal.Proposed(Candidate candidate, var _) ->
                    switch (verdict(plan, candidate)) {
                        case Verdict.Admitted(Executable executable) ->
                                evaluate(flight, executable);
                        case Verdict.Refused refused -> again(flight, proposer, candidate, refused);
                    };
            case Proposal.Declined(FailureCause cause, String detail, var _) ->
                    new Landing.Declined(plan, flight.proposing(), cause, detail);
            case Proposal.Advised(String advice, var _) ->
                    new Landing.Advised(plan, flight.proposing(), advice);
        };
    }

    /// A flight under way.
    ///
    /// @param cpu that proposing took so far
    private record Under(Plan plan, Ask ask, Duration cpu) {

        Under plus(Duration more) {
            return new Under(plan, ask, cpu.plus(more));
        }

        Spend proposing() {
            return Spend.ofProposing(
                    cpu,
                    ask.exchanges().made().stream()
                            .map(Exchange::charge)
                            .reduce(Charge.NONE, Charge::plus));
        }
    }

    /// What the guard refused may be mended, once, by a proposer that can be told why.
    private Landing again(
            Under flight, Proposer proposer, Candidate candidate, Verdict.Refused why) {
        Optional<Proposal> repaired =
                why.cause() == FailureCause.DUPLICATE
                        ? Optional.empty()
                        : proposer.repaired(flight.ask(), candidate, why.cause(), why.detail());
        if (repaired.isPresent()
                && repaired.get() instanceof Proposal.Proposed(Candidate mended, Duration cpu)) {
            Under longer = flight.plus(cpu);
            return switch (verdict(flight.plan(), mended)) {
                case Verdict.Admitted(Executable executable) -> evaluate(longer, executable);
                case Verdict.Refused refused -> refused(longer, mended, refused);
            };
        }
        return refused(flight, candidate, why);
    }

    private static Landing refused(Under flight, Candidate candidate, Verdict.Refused refused) {
        return new Landing.Refused(
                flight.plan(), flight.proposing(), candidate, refused.cause(), refused.detail());
    }

    private Verdict verdict(Plan plan, Candidate candidate) {
        if (seen.before(candidate.id().hex(), plan.settledBefore())) {
            return new Verdict.Refused(FailureCause.DUPLICATE, KNOWN);
        }
        Verdict verdict = guard.admit(candidate);
        return verdict instanceof Verdict.Admitted(Executable executable)
                        && seen.before(executable.fingerprint(), plan.settledBefore())
                ? new Verdict.Refused(FailureCause.DUPLICATE, KNOWN)
                : verdict;
    }

    private Landing evaluate(Under flight, Executable executable) {
        Evaluation training = evaluator.evaluate(executable, Split.TRAINING);
        Validation validation =
                training instanceof Scored scored && reaches(scored, flight.plan().bar())
                        ? validate(executable, scored)
                        : new Validation.NotDue();
        return new Landing.Evaluated(
                flight.plan(),
                flight.proposing(),
                executable.candidate(),
                executable.fingerprint(),
                kept(training),
                validation);
    }

    private Evaluation kept(Evaluation training) {
        return training instanceof Scored scored && !told ? scored.summed() : training;
    }

    private boolean reaches(Scored scored, double bar) {
        return !objective.direction().better(bar, scored.scores().first());
    }

    /// A program that may become the best must first do the same thing twice.
    private Validation validate(Executable executable, Scored first) {
        Evaluation again = evaluator.again(executable, Split.TRAINING);
        if (!(again instanceof Scored second) || !second.digest().equals(first.digest())) {
            return new Validation.Done(disagreement(again), again.cpu());
        }
        Evaluation validation = evaluator.evaluate(executable, Split.VALIDATION);
        return new Validation.Done(validation, again.cpu().plus(validation.cpu()));
    }

    static Failed disagreement(Evaluation again) {
        String detail =
                switch (again) {
                    case Scored _ -> "did something else when run again in another order";
                    case Failed(FailureCause cause, String why, Duration _) ->
                            "failed when run again: " + cause + ", " + why;
                };
        return new Failed(FailureCause.INVALID_RESULT, detail, again.cpu());
    }
}
