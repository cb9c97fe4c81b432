package dev.tradewind.guard.answer;

/// An answer no program can be read from. The message says why.
final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableException(String problem) {
        super(problem);
    }
}
