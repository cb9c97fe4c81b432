package dev.tradewind.journal;

/// A journal cannot be read or written: a fault of the outside world. The message names the file,
/// what happened and the likely fix.
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
