/// Keeps elites and says what an offer changed.
///
/// An archive belongs to one thread. What it keeps follows from the offers alone: there is no
/// clock, no randomness and no unordered iteration in it. It stays within its capacity for ever,
/// and an offer costs the same whether it is the thousandth or the millionth.
///
/// ```java
/// var archive = new ClusterArchive(preference, 300);
/// Placement placement = archive.offer(elite);
/// Elite best = archive.best();
/// ```
@NullMarked
package dev.tradewind.archive;

import org.jspecify.annotations.NullMarked;
