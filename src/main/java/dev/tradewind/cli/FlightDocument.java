package dev.tradewind.cli;

import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Plan;
import dev.tradewind.program.Candidate;
import dev.tradewind.report.Cost;
import dev.tradewind.report.RunDocument;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `best --json`, `show --json` and the rows of `top --json` say of a program.
///
/// @param schema always [#SCHEMA]
/// @param run the run's folder
/// @param id of its files; null when no program came of the proposal
/// @param flight its number; 0 for the seed
/// @param status `scored`, `failed`, or `advised` when a model was asked for advice only
/// @param cause null when scored
/// @param detail null when scored
/// @param objectives on validation; empty where it did not run there
/// @param training on the instances the search saw
/// @param measures on validation where it ran there, otherwise on training
/// @param test by test set, of a best program whose run has ended
/// @param parents flights, best first; 0 is the seed
/// @param evaluations how many there had been when it became the best; null when it never did
/// @param plan null for the seed
/// @param files by path
/// @param charge what the flight cost by itself
/// @param descentCharge what it and all it descends from cost together
/// @param exchanges what language models were asked and answered; null in a list of programs
record FlightDocument(
        String schema,
        String run,
        @Nullable String id,
        long flight,
        String status,
        @Nullable String cause,
        @Nullable String detail,
        Map<String, Double> objectives,
        Map<String, Double> training,
        Map<String, Double> measures,
        Map<String, Double> test,
        List<Long> parents,
        String proposer,
        String operator,
        @Nullable Long evaluations,
        @Nullable Planned plan,
        Map<String, String> files,
        Cost charge,
        Cost descentCharge,
        @Nullable List<ExchangeDocument> exchanges) {

    static final String SCHEMA = "tradewind/program/2";

    /// What was decided before the flight.
    record Planned(int island, long settledBefore, String stream, List<List<Double>> bar) {

        static Planned of(Plan plan) {
            return new Planned(
                    plan.island(),
                    plan.settledBefore(),
                    Long.toHexString(plan.stream()),
                    plan.bar().scores().stream().map(Scores::values).toList());
        }
    }

    /// Why there is no score.
    private record Trouble(FailureCause cause, String detail) {}

    /// With everything that was said.
    static FlightDocument of(OpenRun run, Recorded program) {
        return of(run, program, run.exchanges(program).stream().map(ExchangeDocument::of).toList());
    }

    /// Without what was said, which would be long.
    static FlightDocument row(OpenRun run, Recorded program) {
        return of(run, program, null);
    }

    private static FlightDocument of(
            OpenRun run, Recorded program, @Nullable List<ExchangeDocument> exchanges) {
        ScoreText words = run.words();
        Optional<Trouble> trouble = trouble(program);
        Optional<Candidate> candidate = program.candidate();
        Optional<RunDocument.Best> best = run.reported(program).map(RunDocument::best);
        var evaluations = run.evaluationsWhenBest(program);
        return new FlightDocument(
                SCHEMA,
                run.name(),
                candidate.map(one -> one.id().hex()).orElse(null),
                program.number(),
                trouble.isPresent() ? "failed" : candidate.isPresent() ? "scored" : "advised",
                trouble.map(one -> one.cause.name()).orElse(null),
                trouble.map(Trouble::detail).orElse(null),
                program.validation()
                        .map(words::named)
                        .or(() -> best.map(RunDocument.Best::objectives))
                        .orElse(Map.of()),
                program.training()
                        .map(words::named)
                        .or(() -> best.map(RunDocument.Best::training))
                        .orElse(Map.of()),
                program.validation().or(program::training).map(words::measured).orElse(Map.of()),
                run.test(program),
                program.parents(),
                candidate.map(one -> one.descent().proposer()).orElse(""),
                candidate.map(one -> one.descent().operator()).orElse(""),
                evaluations.isPresent() ? evaluations.getAsLong() : null,
                program instanceof Recorded.Flown flown
                        ? Planned.of(flown.flight().landing().plan())
                        : null,
                candidate.<Map<String, String>>map(one -> one.program().files()).orElse(Map.of()),
                run.cost(program),
                run.descentCost(program),
                exchanges);
    }

    private static Optional<Trouble> trouble(Recorded program) {
        return switch (program) {
            case Recorded.Start _ -> Optional.empty();
            case Recorded.Flown flown ->
                    switch (flown.flight().landing()) {
                        case Landing.Declined declined ->
                                Optional.of(new Trouble(declined.cause(), declined.detail()));
                        case Landing.Advised _ -> Optional.empty();
                        case Landing.Refused refused ->
                                Optional.of(new Trouble(refused.cause(), refused.detail()));
                        case Landing.Evaluated _ ->
                                flown.validation()
                                        .flatMap(FlightDocument::trouble)
                                        .or(
                                                () ->
                                                        flown.training()
                                                                .flatMap(FlightDocument::trouble));
                    };
        };
    }

    private static Optional<Trouble> trouble(Evaluation evaluation) {
        return evaluation instanceof Failed failed
                ? Optional.of(new Trouble(failed.cause(), failed.detail()))
                : Optional.empty();
    }
}
