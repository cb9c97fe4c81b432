package dev.tradewind.search;

import dev.tradewind.budget.Charge;
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
        return switch (proposer.propose(ask)) {
            case Proposal.Proposed(Candidate candidate, var _) ->
                    switch (verdict(plan, candidate)) {
                        case Verdict.Admitted(Executable executable) ->
                                evaluate(plan, ask, executable);
                        case Verdict.Refused refused ->
                                again(plan, proposer, ask, candidate, refused);
                    };
            case Proposal other -> without(plan, ask, other);
        };
    }

    /// What the guard refused may be mended, once, by a proposer that can be told why.
    private Landing again(
            Plan plan, Proposer proposer, Ask ask, Candidate candidate, Verdict.Refused why) {
        Optional<Proposal> repaired =
                why.cause() == FailureCause.DUPLICATE
                        ? Optional.empty()
                        : proposer.repaired(ask, candidate, why.cause(), why.detail());
        if (repaired.isPresent()
                && repaired.get() instanceof Proposal.Proposed(Candidate mended, var _)) {
            return switch (verdict(plan, mended)) {
                case Verdict.Admitted(Executable executable) -> evaluate(plan, ask, executable);
                case Verdict.Refused refused -> refused(plan, ask, mended, refused);
            };
        }
        return refused(plan, ask, candidate, why);
    }

    private static Landing without(Plan plan, Ask ask, Proposal proposal) {
        return switch (proposal) {
            case Proposal.Declined(FailureCause cause, String detail, var _) ->
                    new Landing.Declined(plan, charge(ask), cause, detail);
            case Proposal.Advised(String advice, var _) ->
                    new Landing.Advised(plan, charge(ask), advice);
            case Proposal.Proposed _ -> throw new IllegalStateException("there is a program");
        };
    }

    private static Landing refused(
            Plan plan, Ask ask, Candidate candidate, Verdict.Refused refused) {
        return new Landing.Refused(plan, charge(ask), candidate, refused.cause(), refused.detail());
    }

    private static Charge charge(Ask ask) {
        return ask.exchanges().made().stream()
                .map(Exchange::charge)
                .reduce(Charge.NONE, Charge::plus);
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

    private Landing evaluate(Plan plan, Ask ask, Executable executable) {
        Evaluation training = evaluator.evaluate(executable, Split.TRAINING);
        Validation validation =
                training instanceof Scored scored && reaches(scored, plan.bar())
                        ? validate(executable, scored)
                        : new Validation.NotDue();
        return new Landing.Evaluated(
                plan,
                charge(ask),
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
