package dev.tradewind.sandbox;

import java.time.Duration;

/// What came of a sandboxed command.
///
/// @param how it ended
/// @param output what it wrote to standard output, as far as it is allowed; untrusted
/// @param complaints what it wrote to standard error: its beginning and its end, untrusted
/// @param cpu processor time of the command and all it started; from the kernel's account of its
///   control group, or as last seen, up to a few milliseconds before the end
/// @param wall clock time
public record CommandEnding(
        How how, byte[] output, String complaints, Duration cpu, Duration wall) {

    /// How a command ended.
    public sealed interface How {

        /// By itself.
        record Left(int status) implements How {}

        /// By a signal it got, such as `SIGSEGV`, or by a kill for what the detail says.
        record Killed(String detail) implements How {}

        /// Killed at its deadline.
        record OutOfTime(String detail) implements How {}

        /// Killed for memory.
        record OutOfMemory(String detail) implements How {}

        /// Killed for writing more than it may.
        record Flooded(String detail) implements How {}
    }

    /// Whether it left by itself and says that all is well.
    public boolean well() {
        return how instanceof How.Left(int status) && status == 0;
    }
}
