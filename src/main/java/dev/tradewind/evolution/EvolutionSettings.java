package dev.tradewind.evolution;

/// How the archipelago behaves.
///
/// @param islands separate populations, 1 or more
/// @param capacity most elites one island keeps, 2 or more; the worst give way
/// @param stagnation settled flights without a better champion until the weakest half of the
///   islands restarts, 1 or more
/// @param temperature of the choice of a cluster, 0 or more, in units of the spread of scores on
///   the island, best to median; 0 always takes the best (FunSearch, Methods, "Selecting a prompt")
/// @param crossover share of plans with two parents, 0 to 1
public record EvolutionSettings(
        int islands, int capacity, int stagnation, double temperature, double crossover) {

    /// For runs of some 5,000 to 20,000 evaluations. What counts at that length is that an island
    /// gets many generations: few islands, small ones, and a choice that clearly prefers the
    /// better.
    ///
    /// Tried on bin packing of mixed sizes in plain processes, four seeds each, 6,000 evaluations:
    /// mean validation excess 3.88 % with these (4.45 % on four other seeds), 4.04 % with half the
    /// temperature, 4.43 % with three islands of 300, 4.69 % with three of 60 and temperature 0.5;
    /// 8,000 evaluations on six islands of 300 with temperature 1 came to 4.57 %. Single seeds lie
    /// between 3.6 and 5 %, so only the large differences mean anything.
    public static final EvolutionSettings DEFAULT = new EvolutionSettings(2, 200, 2_000, 0.3, 0.4);

    /// @throws IllegalArgumentException naming the setting, its value and what is allowed
    public EvolutionSettings {
        require(islands >= 1, "islands", islands, "1 or more");
        require(capacity >= 2, "capacity", capacity, "2 or more");
        require(stagnation >= 1, "stagnation", stagnation, "1 or more settled flights");
        require(
                temperature >= 0 && Double.isFinite(temperature),
                "temperature",
                temperature,
                "0 or more");
        require(crossover >= 0 && crossover <= 1, "crossover", crossover, "between 0 and 1");
    }

    private static void require(boolean holds, String setting, Number value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(setting + " is " + value + ", not " + allowed);
        }
    }
}
