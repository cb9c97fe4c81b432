/// Append-only record of everything that happened in a run, in one SQLite file.
@NullMarked
package dev.tradewind.journal;

import org.jspecify.annotations.NullMarked;
