/// Simulated ladders on which policies of [dev.tradewind.law.allocation] are compared: truths are
/// drawn, played by every policy with the same luck, and set against an oracle that knows them.
///
/// Worlds are simulated; what they say of real searches has to be replayed on real ones.
@NullMarked
package dev.tradewind.law.simulation;

import org.jspecify.annotations.NullMarked;
