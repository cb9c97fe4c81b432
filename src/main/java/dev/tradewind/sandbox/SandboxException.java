package dev.tradewind.sandbox;

/// The sandbox itself does not work: no isolation to be had, or no process can be started.
public final class SandboxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SandboxException(String message) {
        super(message);
    }

    public SandboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
