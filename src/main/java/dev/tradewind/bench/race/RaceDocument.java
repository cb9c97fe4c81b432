package dev.tradewind.bench.race;

import dev.tradewind.evaluation.Objective;
import dev.tradewind.report.Environment;

import java.util.List;
import java.util.Locale;

/// What a race came to, in the form in which `law race --json` prints it.
///
/// @param schema always [#SCHEMA]
/// @param objective name of the score
/// @param unit of scores
/// @param direction `minimise` or `maximise`
/// @param budget of each run
/// @param targets scores to be reached, seed by seed
/// @param freeTargets targets the seed program meets already: no cost is compared there
/// @param places the reference first
/// @param machine what this was printed on
public record RaceDocument(
        String schema,
        String task,
        String objective,
        String unit,
        String direction,
        String budget,
        List<Long> seeds,
        List<Double> targets,
        int freeTargets,
        List<Place> places,
        Environment machine) {

    public static final String SCHEMA = "tradewind/law-race/1";

    public RaceDocument {
        seeds = List.copyOf(seeds);
        targets = List.copyOf(targets);
        places = List.copyOf(places);
    }

    /// Of a race.
    ///
    /// @param result of a race that is over
    /// @param machine this one
    public static RaceDocument of(Result result, Environment machine) {
        Race race = result.race();
        Objective objective = race.plan().task().objective();
        return new RaceDocument(
                SCHEMA,
                race.plan().task().name(),
                objective.name(),
                objective.unit(),
                objective.direction().name().toLowerCase(Locale.ROOT),
                race.plan().budget().toString(),
                race.seedList(),
                result.targets(),
                result.freeTargets(),
                result.places(),
                machine);
    }
}
