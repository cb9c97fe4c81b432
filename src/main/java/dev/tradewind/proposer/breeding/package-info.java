/// Proposes programs without a model: syntax trees of the marked region, crossed and mutated.
@NullMarked
package dev.tradewind.proposer.breeding;

import org.jspecify.annotations.NullMarked;
