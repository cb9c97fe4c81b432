package dev.tradewind.evaluation;

/// Why a candidate has no score. One vocabulary for guard and evaluation.
public enum FailureCause {
    /// The model that was asked gave no answer.
    UNANSWERED,
    /// No program could be read from the proposal.
    UNREADABLE,
    /// It uses something the allow-list does not hold, or changed text outside its regions.
    FORBIDDEN,
    /// The same compiled program was proposed before in this run.
    DUPLICATE,
    /// It does not compile.
    COMPILE,
    /// It took more steps, or allocated more array memory, than its fuel allows.
    FUEL,
    /// It was killed at its deadline.
    TIMEOUT,
    /// It ran out of memory.
    MEMORY,
    /// It threw, overflowed its stack, or took its process down.
    CRASH,
    /// What it did is not a valid certificate, or two runs of it disagree.
    INVALID_RESULT,
    /// Stopped early: it could no longer be worth keeping, by a bound the task states.
    HOPELESS,
    /// The user's evaluator failed; pauses the run, blames no candidate.
    EVALUATOR_FAULT;

    /// Turned away before any evaluation was spent on it.
    public boolean beforeEvaluation() {
        return switch (this) {
            case UNANSWERED, UNREADABLE, FORBIDDEN, DUPLICATE, COMPILE -> true;
            case FUEL, TIMEOUT, MEMORY, CRASH, INVALID_RESULT, HOPELESS, EVALUATOR_FAULT -> false;
        };
    }
}
