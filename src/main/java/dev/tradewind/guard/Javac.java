package dev.tradewind.guard;

import java.util.List;
import java.util.Map;

/// Runs javac in this process, on sources held in memory. For one thread.
interface Javac {

    /// Nothing but java.base and the contract, no processors, nothing in the class files that
    /// depends on comments, layout or names of locals. Enough errors are reported for every
    /// candidate of a batch to see its own.
    List<String> OPTIONS =
            List.of(
                    "-proc:none",
                    "-implicit:none",
                    "-g:none",
                    "-Xlint:none",
                    "-nowarn",
                    "--limit-modules",
                    "java.base",
                    "-Xmaxerrs",
                    "5000");

    /// Compiles all or nothing.
    ///
    /// @throws Failure when the compiler itself did not get through
    Findings run(List<Source> sources) throws Failure;

    /// What came of it.
    ///
    /// @param classes binary name to class file; only complete when nothing is broken
    /// @param broken the first error of each candidate that has one, by its package
    record Findings(Map<String, byte[]> classes, Map<String, String> broken) {}

    /// The compiler itself failed: too deep a nesting, or a bug of its own.
    final class Failure extends Exception {

        private static final long serialVersionUID = 1L;

        Failure(String message) {
            super(message);
        }

        Failure(Throwable cause) {
            super(cause.getClass().getName(), cause);
        }
    }
}
