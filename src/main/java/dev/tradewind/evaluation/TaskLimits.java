package dev.tradewind.evaluation;

import dev.tradewind.sandbox.Bytes;

import java.time.Duration;

/// What one candidate may use for one evaluation.
///
/// @param cpu processor time until its process is killed
/// @param heap Java heap of the worker process; for candidates that are not in Java, memory of all
///   their processes
/// @param fuel steps: loop back-edges, calls and allocated array elements, on one instance; so a
///   candidate that never ends costs no more than one instance's worth
/// @param source largest program text
public record TaskLimits(Duration cpu, Bytes heap, long fuel, Bytes source) {

    public static final TaskLimits DEFAULT =
            new TaskLimits(Duration.ofSeconds(5), Bytes.mebi(256), 50_000_000L, Bytes.kibi(64));
}
