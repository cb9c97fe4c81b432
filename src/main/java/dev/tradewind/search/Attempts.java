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
    private final Stages stages;
    private final Repeats repeats;
    private final Objective objective;
    private final boolean told;

    /// @param told whether anyone is told of a candidate's breakdown, which is not kept otherwise
    Attempts(Assembly assembly, Seen seen, boolean told) {
        this.admission = new Admission(assembly.guard(), seen);
        this.evaluator = assembly.evaluator();
        this.stages = assembly.stages();
        this.repeats = assembly.repeats();
        this.objective = assembly.task().task().objective();
        this.told = told;
    }

    /// @param parent training value of the first objective that the best parent reached
    Landing attempt(Plan plan, Proposer proposer, Ask ask, double parent) {
        Proposal proposal = proposer.propose(ask);
        Under flight = new Under(plan, ask, parent, proposal.cpu());
        return switch (proposal) {
            case Proposal.Proposed(Candidate candidate, var _) ->
                    landing(mended(proposer, judged(flight, candidate)));
            case Proposal.Declined(FailureCause cause, String detail, var _) ->
                    new Landing.Declined(plan, flight.proposing(), cause, detail);
            case Proposal.Advised(String advice, var _) ->
                    new Landing.Advised(plan, flight.proposing(), advice);
        };
    }

    /// A flight under way.
    ///
    /// @param parent its training value
    /// @param cpu processor time of all that came before an evaluation so far: drawing and
    ///   screening programs, compiling and checking them
    private record Under(Plan plan, Ask ask, double parent, Duration cpu) {

        Under plus(Duration more) {
            return new Under(plan, ask, parent, cpu.plus(more));
        }

        Spend proposing() {
            return Spend.ofProposing(
                    cpu,
                    ask.exchanges().made().stream()
                            .map(Exchange::charge)
                            .reduce(Charge.NONE, Charge::plus));
        }
    }

    /// A candidate and what the guard makes of it.
    private record Judged(Under flight, Candidate candidate, Verdict verdict) {}

    private Judged judged(Under flight, Candidate candidate) {
        Verdict verdict = admission.verdict(candidate, flight.plan().settledBefore());
        return new Judged(flight.plus(verdict.cpu()), candidate, verdict);
    }

    /// What the guard refused may be mended, once, by a proposer that can be told why.
    private Judged mended(Proposer proposer, Judged first) {
        return first.verdict() instanceof Verdict.Refused(var cause, String why, var _)
                        && cause != FailureCause.DUPLICATE
                        && proposer.repaired(first.flight().ask(), first.candidate(), cause, why)
                                        .orElse(null)
                                instanceof Proposal.Proposed(Candidate mended, Duration cpu)
                ? judged(first.flight().plus(cpu), mended)
                : first;
    }

    private Landing landing(Judged judged) {
        return switch (judged.verdict()) {
            case Verdict.Admitted(Executable executable, var _) ->
                    evaluate(judged.flight(), executable);
            case Verdict.Refused(FailureCause cause, String detail, var _) ->
                    new Landing.Refused(
                            judged.flight().plan(),
                            judged.flight().proposing(),
                            judged.candidate(),
                            cause,
                            detail);
        };
    }

    private Landing evaluate(Under flight, Executable executable) {
        double bar = flight.plan().bar();
        Evaluation once = stages.training(executable, flight.parent());
        Evaluation training =
                once instanceof Scored scored && reaches(scored, bar)
                        ? repeats.worst(executable, Split.TRAINING, scored)
                        : once;
        Validation validation =
                training instanceof Scored scored && reaches(scored, bar)
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

    /// A program that may become the best must first do the same thing twice; or, where runs may
    /// differ, as well in all of them.
    private Validation validate(Executable executable, Scored first) {
        if (repeats.due()) {
            Evaluation validation = repeats.worst(executable, Split.VALIDATION);
            return new Validation.Done(validation, validation.cpu());
        }
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
