package dev.tradewind.evaluation;

/// The task's own evaluator failed: it does not compile, throws, or contradicts itself. Pauses the
/// run; no candidate is blamed.
public final class EvaluatorFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EvaluatorFault(String message) {
        super(message);
    }

    public EvaluatorFault(String message, Throwable cause) {
        super(message, cause);
    }
}
