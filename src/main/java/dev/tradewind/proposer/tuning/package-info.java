/// Proposes programs without a model: a parent with some of its numbers moved, everything else to
/// the letter as it was.
@NullMarked
package dev.tradewind.proposer.tuning;

import org.jspecify.annotations.NullMarked;
