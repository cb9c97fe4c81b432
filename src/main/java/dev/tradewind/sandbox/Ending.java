package dev.tradewind.sandbox;

import java.time.Duration;

/// How a request to a sandboxed process ended.
public sealed interface Ending {

    /// Processor time the child spent on the request, as the kernel counted it.
    Duration cpu();

    /// The child answered. Its bytes are untrusted.
    record Answered(byte[] answer, Duration cpu) implements Ending {}

    /// Killed at its deadline.
    record OutOfTime(Duration cpu, String detail) implements Ending {}

    /// Killed or ended for memory.
    record OutOfMemory(Duration cpu, String detail) implements Ending {}

    /// The process died, or broke the protocol.
    record Crashed(Duration cpu, String detail) implements Ending {}
}
