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

/// One flight in the air: propose, admit, evaluate. Never throws for a bad candidate, and what it
/// finds depends on the plan and on what models answered alone, not on what else is in the air.
final class Attempts {

    private final Admission admission;
    private final Evaluator evaluator;
    private final Objective objective;
    private final boolean told;

    /// @param told whether anyone is told of a candidate's breakdown, which is not kept otherwise
    Attempts(Assembly assembly, Seen seen, boolean told) {
        this.admission = new Admission(assembly.guard(), seen);
        this.evaluator = assembly.evaluator();
        this.objective = assembly.task().task().objective();
        this.told = told;
    }

    Landing attempt(Plan plan, Proposer proposer, Ask ask) {
        Proposal proposal = proposer.propose(ask);
        return proposal instanceof Proposal.Proposed(Candidate candidate, Duration cpu)
                ? landing(plan, ask, mended(plan, proposer, ask, judged(plan, candidate, cpu)))
                : without(plan, ask, proposal);
    }

    /// A candidate and what the guard makes of it.
    ///
    /// @param proposing processor time of all that came before its evaluation: drawing and
    ///   screening it, compiling and checking it
    private record Judged(Candidate candidate, Verdict verdict, Duration proposing) {}

    private Judged judged(Plan plan, Candidate candidate, Duration cpu) {
        Verdict verdict = admission.verdict(candidate, plan.settledBefore());
        return new Judged(candidate, verdict, cpu.plus(verdict.cpu()));
    }

    /// What the guard refused may be mended, once, by a proposer that can be told why.
    private Judged mended(Plan plan, Proposer proposer, Ask ask, Judged first) {
        return first.verdict() instanceof Verdict.Refused(var cause, String why, var _)
                        && cause != FailureCause.DUPLICATE
                        && proposer.repaired(ask, first.candidate(), cause, why).orElse(null)
                                instanceof Proposal.Proposed(Candidate mended, Duration cpu)
                ? judged(plan, mended, first.proposing().plus(cpu))
                : first;
    }

    private Landing landing(Plan plan, Ask ask, Judged judged) {
        return switch (judged.verdict()) {
            case Verdict.Admitted(Executable executable, var _) -> evaluate(plan, ask, executable);
            case Verdict.Refused refused -> refused(plan, ask, judged.candidate(), refused);
        };
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
