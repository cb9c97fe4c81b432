/// Races of allocation policies on real tasks: every contestant gets the same processor time on the
/// same instances, again and again with other seeds, and what each came to is compared pair by
/// pair.
///
/// Scores are read where the budget was spent: what flights already in the air bring after that
/// does not count, however long the run takes to end. Contestants take turns at going first, so
/// that a JVM's warming up falls on all of them.
@NullMarked
package dev.tradewind.bench.race;

import org.jspecify.annotations.NullMarked;
