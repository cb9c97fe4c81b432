package dev.tradewind.sandbox;

/// Runs untrusted code in other processes, under limits, and reports how it ended.
///
/// Safe for any number of threads: a caller waits until a process is free. After any ending but
/// [Ending.Answered] the process is gone and a fresh one takes its place.
public interface Sandbox extends AutoCloseable {

    /// Sends one request to a free process and waits for its ending.
    ///
    /// @throws SandboxException when no process can be started: a fault of the outside world
    Ending ask(byte[] request, Deadline deadline);

    /// Kills every process and waits until they are gone.
    @Override
    void close();
}
