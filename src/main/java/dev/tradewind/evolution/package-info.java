/// Islands, choice of parents, restarts, and which program is called the best.
@NullMarked
package dev.tradewind.evolution;

import org.jspecify.annotations.NullMarked;
