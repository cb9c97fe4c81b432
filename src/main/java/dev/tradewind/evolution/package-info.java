/// Islands, choice of parents, restarts, and which program is called the best.
///
/// An archipelago belongs to one thread. Every decision follows from what was settled before and
/// from the randomness handed in, so the same settlements in the same order leave the same islands:
/// a run is resumed by settling its journal again, and no state is stored. Costs do not grow with
/// the number of settled flights.
///
/// ```java
/// var archipelago = new Archipelago(EvolutionSettings.DEFAULT, preference, seed);
/// long stream = Streams.stream(runSeed, "search parents", flight);
/// Parents parents = archipelago.parents(Streams.generator(stream));
/// Bar bar = archipelago.bar(parents.island());
/// Arrival arrival = archipelago.settle(parents.island(), child, check);
/// ```
@NullMarked
package dev.tradewind.evolution;

import org.jspecify.annotations.NullMarked;
