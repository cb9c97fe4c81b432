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

    /// For runs of about 10,000 to 20,000 flights: enough islands that one stuck start is not the
    /// whole run, room for variety on each, and a restart only after an island had about 500
    /// flights in vain, so that a young one can catch up.
    ///
    /// Tried on bin packing of mixed sizes with a plain tree search, 10,000 evaluations, seeds 2 to
    /// 7: a mean validation excess of 4.02 % with these, 4.08 % without restarts, 4.08 % with two
    /// islands and no restarts. Five of six seeds were better with these each time, but six are too
    /// few to be sure, and on the test sets there was no difference (4.01, 3.99, 3.98 %). Capacity
    /// 100, ten islands, stagnation 1,500, temperature 0.5 and a light migration came out between
    /// 4.00 and 4.04 %, the same within noise, so there is no migration.
    public static final EvolutionSettings DEFAULT = new EvolutionSettings(6, 300, 3_000, 1, 0.4);

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
