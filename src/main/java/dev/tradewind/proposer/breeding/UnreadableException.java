package dev.tradewind.proposer.breeding;

/// A program whose regions cannot be read as Java. The message says where and why.
final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableException(String problem) {
        super(problem);
    }
}
