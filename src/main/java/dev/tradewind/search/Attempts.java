package dev.tradewind.search;

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
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Proposer;

import java.time.Duration;

/// One flight in the air: propose, admit, evaluate. Never throws for a bad candidate, and what it
/// finds depends on the plan alone, not on what else is in the air.
final class Attempts {

    private static final String KNOWN = "an earlier flight brought the same program";

    private final Proposer proposer;
    private final Guard guard;
    private final Evaluator evaluator;
    private final Objective objective;
    private final Seen seen;

    Attempts(Proposer proposer, Assembly assembly, Seen seen) {
        this.proposer = proposer;
        this.guard = assembly.guard();
        this.evaluator = assembly.evaluator();
        this.objective = assembly.task().task().objective();
        this.seen = seen;
    }

    /// Name of the rung asked.
    String proposer() {
        return proposer.name();
    }

    Landing attempt(Plan plan, Ask ask) {
        return switch (proposer.propose(ask)) {
            case Proposal.Proposed(Candidate candidate) -> admit(plan, candidate);
            case Proposal.Declined(FailureCause cause, String detail) ->
                    new Landing.Declined(plan, cause, detail);
            case Proposal.Advised _ ->
                    throw new IllegalStateException("nobody was asked to reflect");
        };
    }

    private Landing admit(Plan plan, Candidate candidate) {
        if (seen.before(candidate.id().hex(), plan.settledBefore())) {
            return new Landing.Refused(plan, candidate, FailureCause.DUPLICATE, KNOWN);
        }
        return switch (guard.admit(candidate)) {
            case Verdict.Refused(FailureCause cause, String detail) ->
                    new Landing.Refused(plan, candidate, cause, detail);
            case Verdict.Admitted(Executable executable) -> evaluate(plan, executable);
        };
    }

    private Landing evaluate(Plan plan, Executable executable) {
        Candidate candidate = executable.candidate();
        if (seen.before(executable.fingerprint(), plan.settledBefore())) {
            return new Landing.Refused(plan, candidate, FailureCause.DUPLICATE, KNOWN);
        }
        Evaluation training = evaluator.evaluate(executable, Split.TRAINING);
        Validation validation =
                training instanceof Scored scored && reaches(scored, plan.bar())
                        ? validate(executable, scored)
                        : new Validation.NotDue();
        return new Landing.Evaluated(
                plan, candidate, executable.fingerprint(), training, validation);
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
