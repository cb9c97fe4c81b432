package dev.tradewind.sandbox;

import java.time.Duration;

/// How long one request may take before its process is killed.
///
/// @param cpu processor time of the whole child process, so that a busy machine fails nobody
/// @param wall clock time; generous, it only catches sleepers
public record Deadline(Duration cpu, Duration wall) {

    private static final int WALL_PER_CPU = 10;

    /// The usual pair: a CPU limit and ten times that on the clock.
    public static Deadline ofCpu(Duration cpu) {
        return new Deadline(cpu, cpu.multipliedBy(WALL_PER_CPU));
    }
}
