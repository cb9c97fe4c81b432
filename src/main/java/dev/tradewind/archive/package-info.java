/// Keeps elites and says what an offer changed. Owned by one thread.
@NullMarked
package dev.tradewind.archive;

import org.jspecify.annotations.NullMarked;
