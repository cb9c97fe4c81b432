/// Measures tradewind itself: speed, memory, and what its main job comes to, as figures with goals.
///
/// Every measurement runs in a fresh JVM of its own, started like the launcher starts one, so that
/// no measurement profits or suffers from another. Processor time counts first, because machines
/// are shared; clock time stands beside it, and every figure carries the load it was measured
/// under. What is measured is the engine as it is used, through its doors.
///
/// ```java
/// try (Workshop workshop = Workshop.open()) {
///     Bench bench = new Bench(workshop, setup, listener);
///     List<Figure> figures = bench.run(BenchSuite.ENGINE);
/// }
/// ```
@NullMarked
package dev.tradewind.bench;

import org.jspecify.annotations.NullMarked;
