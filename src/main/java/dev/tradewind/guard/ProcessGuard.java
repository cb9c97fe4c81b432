package dev.tradewind.guard;

import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.evaluation.Executable;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Lowering;
import dev.tradewind.evaluation.Made;
import dev.tradewind.evaluation.Settings;
import dev.tradewind.evaluation.Workshop;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Descent;
import dev.tradewind.program.Program;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Admits candidates that are not in Java: nothing here knows their language, so that all they may
/// do is bounded by the sandbox alone. What is checked is size, regions, settings where the task is
/// one of settings, and what the task's own check says.
public final class ProcessGuard implements Guard {

    private final SourceCheck sourceCheck;
    private final RegionCheck regionCheck;
    private final Workshop workshop;
    private final Reading reading;

    /// How a candidate's text becomes the files that are built.
    @FunctionalInterface
    private interface Reading {
        SortedMap<String, String> files(Program program) throws Lowering.Unfit;
    }

    private ProcessGuard(CompiledTask task, Workshop workshop) {
        this.sourceCheck = SourceCheck.ofAnyLanguage(task.task().limits().source());
        this.regionCheck = new RegionCheck(task.task().seed());
        this.workshop = workshop;
        this.reading = task.lowering().<Reading>map(ProcessGuard::lowered).orElse(Program::files);
    }

    /// A guard for candidates of a task.
    ///
    /// @param workshop of the same task, closed by someone else
    public static Guard of(CompiledTask task, Workshop workshop) {
        return new ProcessGuard(task, workshop);
    }

    @Override
    public Verdict admit(Candidate candidate) {
        Program program = candidate.program();
        Optional<Verdict.Refused> unreadable = sourceCheck.refusal(program);
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        if (!candidate.descent().equals(Descent.seed())) {
            Optional<String> outside = regionCheck.objection(program);
            if (outside.isPresent()) {
                return new Verdict.Refused(FailureCause.FORBIDDEN, outside.get());
            }
        }
        try {
            return checked(candidate, reading.files(program));
        } catch (Lowering.Unfit unfit) {
            return new Verdict.Refused(FailureCause.FORBIDDEN, "" + unfit.getMessage());
        }
    }

    private static Reading lowered(Lowering lowering) {
        return program ->
                new TreeMap<>(lowering.lower(Settings.of(program, lowering.space()).choice()));
    }

    private Verdict checked(Candidate candidate, SortedMap<String, String> files) {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return switch (workshop.check(bytes)) {
            case Made.Ready(var _, Duration cpu) ->
                    new Verdict.Admitted(
                            new Executable(candidate, PlainText.fingerprint(files), "", bytes),
                            cpu);
            case Made.Broken(FailureCause cause, String detail, Duration cpu) ->
                    new Verdict.Refused(cause, detail, cpu);
        };
    }
}
