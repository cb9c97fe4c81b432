/// Asks for programs and accounts for it. `proposer.breeding` needs no model.
@NullMarked
package dev.tradewind.proposer;

import org.jspecify.annotations.NullMarked;
