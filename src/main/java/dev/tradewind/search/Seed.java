package dev.tradewind.search;

import dev.tradewind.archive.Elite;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Executable;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Procedure.Stage;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Task;
import dev.tradewind.evolution.Champion;
import dev.tradewind.guard.Verdict;
import dev.tradewind.program.Candidate;

import java.time.Duration;

/// A task's starting program, the first champion.
///
/// @param fingerprint of the compiled program
/// @param cpu of its evaluation on training
record Seed(Champion champion, String fingerprint, Duration cpu) {

    /// Its number among the flights.
    private static final long FLIGHT = 0;

    /// @throws UnfitSeed when it has no score
    static Seed of(Assembly assembly) {
        Executable seed = admitted(assembly);
        Scored training = scored(assembly, training(assembly, seed));
        comparable(assembly, training);
        Scored validation = scored(assembly, assembly.repeats().worst(seed, Split.VALIDATION));
        Elite elite =
                new Elite(
                        FLIGHT,
                        seed.candidate(),
                        training.scores(),
                        training.signature(),
                        training.breakdown());
        return new Seed(
                new Champion(elite, validation.scores()), seed.fingerprint(), training.cpu());
    }

    private static Executable admitted(Assembly assembly) {
        Candidate candidate = Candidate.seed(assembly.task().task().seed());
        return switch (assembly.guard().admit(candidate)) {
            case Verdict.Admitted(Executable executable, var _) -> executable;
            case Verdict.Refused(FailureCause cause, String detail, var _) ->
                    throw unfit(assembly, cause, detail);
        };
    }

    /// Through every stage, for one that stops the seed stops everything, and as often as those who
    /// want its place.
    private static Evaluation training(Assembly assembly, Executable seed) {
        return switch (assembly.stages().training(seed)) {
            case Scored once -> assembly.repeats().worst(seed, Split.TRAINING, once);
            case Failed failed -> failed;
        };
    }

    /// @throws UnfitSeed when a stage would multiply a value that is not above 0
    private static void comparable(Assembly assembly, Scored training) {
        double value = training.scores().first();
        Task task = assembly.task().task();
        for (Stage stage : task.procedure().stages()) {
            if (Double.isFinite(stage.slack()) && !(value > 0)) {
                throw new UnfitSeed(
                        "stages: \"%s\" of task %s has slack, a factor, and the seed's %s is %s, not"
                                        .formatted(
                                                stage.name(),
                                                task.name(),
                                                task.objective().name(),
                                                value)
                                + " above 0. Maybe leave slack out: then only failing counts.");
            }
        }
    }

    private static Scored scored(Assembly assembly, Evaluation evaluation) {
        return switch (evaluation) {
            case Scored scored -> scored;
            case Failed failed -> throw unfit(assembly, failed.cause(), failed.detail());
        };
    }

    private static UnfitSeed unfit(Assembly assembly, FailureCause cause, String detail) {
        return new UnfitSeed(
                "the seed of task %s cannot be scored: %s, %s. Maybe %s."
                        .formatted(
                                assembly.task().task().name(),
                                cause,
                                detail,
                                "'tradewind check' on the task's folder shows more"));
    }

    /// What was known before the first flight settled.
    Seen seen() {
        Seen seen = new Seen();
        seen.add(champion.elite().candidate().id().hex(), 0);
        seen.add(fingerprint, 0);
        return seen;
    }
}
