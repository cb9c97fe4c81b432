package dev.tradewind.law.sampling;

/// A question that the numbers given do not answer. The message says what was given, what would be
/// needed, and what can be said all the same.
public final class Inconclusive extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Inconclusive(String message) {
        super(message);
    }
}
