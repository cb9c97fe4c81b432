package dev.tradewind.cli;

/// A command that cannot do what it was asked because of what it was given. The message says what
/// was found, what is allowed and, where it can, what was probably meant.
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
