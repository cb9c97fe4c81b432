/// Append-only record of everything that happened in a run, in one SQLite file.
///
/// What was committed survives a `kill -9`; nothing is ever updated or deleted, and triggers in the
/// file itself keep it so. One thread of one process writes a journal; any number of processes may
/// read it meanwhile. A flight is recorded once: its [Landing] when it lands, in any order, its
/// [Settlement] in the order of settling. What is measured (times, processor seconds, notes) is
/// kept apart from what is decided, so that two runs with one seed have one content digest.
///
/// ```java
/// try (Journal journal = SqliteJournal.create(file, header)) {
///     journal.append(landing);
///     journal.commit();
/// }
/// try (RunRecord record = SqliteJournal.read(file)) {
///     record.landings(Line.SEARCH).forEach(this::draw);
/// }
/// ```
@NullMarked
package dev.tradewind.journal;

import org.jspecify.annotations.NullMarked;
