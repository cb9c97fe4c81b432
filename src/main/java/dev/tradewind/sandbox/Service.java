package dev.tradewind.sandbox;

/// What a sandboxed child process does with each request. Implementations are named by class in
/// [Child], have a public constructor without parameters, and use the JDK only: the child's class
/// path holds tradewind's own classes and no library.
public interface Service {

    /// Called once, before any request, with [Child#greeting()].
    ///
    /// @throws Exception when the child cannot serve; it then ends, and the pool reports it
    void greet(byte[] greeting) throws Exception;

    /// Answers one request; called on one thread at a time.
    ///
    /// @throws Exception when the request is malformed: a bug, not the candidate's failure
    byte[] answer(byte[] request) throws Exception;

    /// Whether something it did so far may have damaged this process: it is then replaced before
    /// the next request.
    default boolean worn() {
        return false;
    }
}
