package dev.tradewind.evaluation;

import java.time.Duration;
import java.util.Map;

/// What became of the steps that check or build a candidate.
public sealed interface Made {

    /// Processor time they took.
    Duration cpu();

    /// The same, at another price.
    Made costing(Duration cpu);

    /// They went well.
    ///
    /// @param files path to content, as the steps left them
    record Ready(Map<String, byte[]> files, Duration cpu) implements Made {

        @Override
        public Ready costing(Duration other) {
            return new Ready(files, other);
        }
    }

    /// One of them did not.
    ///
    /// @param cause COMPILE, TIMEOUT or MEMORY
    record Broken(FailureCause cause, String detail, Duration cpu) implements Made {

        @Override
        public Broken costing(Duration other) {
            return new Broken(cause, detail, other);
        }
    }
}
