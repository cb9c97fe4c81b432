package dev.tradewind.evaluation;

import dev.tradewind.program.Program;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What is searched for, read from a task's folder and checked.
///
/// @param name as in results and reports
/// @param folder where its files are
/// @param statement the text of `task.md`
/// @param objectives at least one
/// @param seed the starting program, its regions marked
/// @param workings how candidates are run and judged
/// @param limits what one candidate may use
/// @param procedure how carefully they are evaluated
/// @param parameters every declared parameter with its value
/// @param baselines classical programs to be reported beside the best one, in order
/// @param examples programs with their expected outcome, for `check`
public record Task(
        String name,
        Path folder,
        String statement,
        List<Objective> objectives,
        Program seed,
        Workings workings,
        TaskLimits limits,
        Procedure procedure,
        Map<String, String> parameters,
        List<NamedProgram> baselines,
        List<Example> examples) {

    public Task {
        objectives = List.copyOf(objectives);
        parameters = Map.copyOf(parameters);
        baselines = List.copyOf(baselines);
        examples = List.copyOf(examples);
    }

    /// The objective that decides; a single objective is the special case.
    public Objective objective() {
        return objectives.getFirst();
    }

    /// The same, evaluated more or less carefully.
    public Task with(Procedure other) {
        return new Task(
                name,
                folder,
                statement,
                objectives,
                seed,
                workings,
                limits,
                other,
                parameters,
                baselines,
                examples);
    }

    /// A program with the name people know it by, such as `best fit`.
    public record NamedProgram(String name, Program program) {}

    /// A program and what must become of it.
    public record Example(String name, Program program, Expectation expected) {}

    /// What an example must come to.
    public sealed interface Expectation {

        /// Scored, with the first objective at this value on training or better.
        record Scored() implements Expectation {}

        /// Failed, with this cause.
        record Failed(FailureCause cause) implements Expectation {}
    }
}
