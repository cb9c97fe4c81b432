package dev.tradewind.evolution;

/// How the archipelago behaves.
///
/// @param islands separate populations, 1 or more
/// @param capacity most elites one island keeps; the worst give way
/// @param stagnation settled flights without a better champion until the weakest half of the
///   islands restarts
/// @param temperature of the choice of a cluster, in units of the spread of scores on the island; 0
///   always takes the best (FunSearch, Methods, "Selecting a prompt")
/// @param crossover share of plans with two parents, 0 to 1
public record EvolutionSettings(
        int islands, int capacity, int stagnation, double temperature, double crossover) {

    public static final EvolutionSettings DEFAULT = new EvolutionSettings(6, 300, 3_000, 0.2, 0.4);
}
