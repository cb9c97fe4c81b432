package dev.tradewind.evolution;

import dev.tradewind.archive.Elite;

import java.util.List;

/// Who the next proposal starts from.
///
/// @param island where the child will be offered, counted from 0
/// @param elites at least one, best first
public record Parents(int island, List<Elite> elites) {

    public Parents {
        elites = List.copyOf(elites);
    }
}
