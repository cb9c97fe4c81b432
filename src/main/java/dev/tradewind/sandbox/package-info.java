/// Runs untrusted code under limits and reports how it ended.
///
/// The parent's half ([WorkerPool]) starts, watches and kills processes, in the strongest
/// [Isolation] that [IsolationProbe] has seen working; the child's half (a [Service]) answers frames
/// on a pipe, and [Fuel] stops instrumented code there without a kill.
///
/// Promises: every request ends, by an answer or by a named [Ending]; processor time and memory are
/// those the kernel counted; answers are bounded and untrusted; children see an empty environment
/// and hear no Ctrl-C of the terminal; none outlives the process that started it. The code is safe for any number of threads, but for
/// [Fuel], which belongs to the one candidate that runs.
///
///     Isolation isolation = IsolationProbe.probe().chosen();
///     try (Sandbox sandbox = new WorkerPool(child, 2, isolation)) {
///         Ending ending = sandbox.ask(request, Deadline.ofCpu(Duration.ofSeconds(1)));
///     }
@NullMarked
package dev.tradewind.sandbox;

import org.jspecify.annotations.NullMarked;
