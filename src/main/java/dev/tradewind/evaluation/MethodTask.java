package dev.tradewind.evaluation;

import dev.tradewind.program.Program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/// A task written in place in Java, without files: find a public static method that does well on
/// rows of arguments. What the method returns is the certificate; a function in this process rates
/// it.
///
/// ```java
/// CompiledTask sine =
///         new MethodTask<>("sine", Double.class, seed, Objective.minimise("error", "1"), rows)
///                 .rated((row, y) -> Math.abs(y - Math.sin(row.number(0))));
/// ```
///
/// @param method name of the method; its parameters are those the rows have
/// @param returns what it returns, boxed: a truth value, number or array of numbers
/// @param seed its class, with the region to be changed marked
/// @param objective the mean of all ratings
/// @param <R> as `returns`
public record MethodTask<R>(
        String method, Class<R> returns, Program seed, Objective objective, Rows rows) {

    /// Arguments for each split, at least one row in each.
    public record Rows(List<Row> training, List<Row> validation, List<Row> test) {

        public Rows {
            training = List.copyOf(training);
            validation = List.copyOf(validation);
            test = List.copyOf(test);
        }

        /// Deals rows out in turn: two to training, one to validation, one to test.
        ///
        /// @param rows at least four
        public static Rows dealt(List<Row> rows) {
            List<List<Row>> hands =
                    List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int at = 0; at < rows.size(); at++) {
                hands.get(Math.max(0, at % 4 - 1)).add(rows.get(at));
            }
            return new Rows(hands.get(0), hands.get(1), hands.get(2));
        }

        List<Row> of(Split split) {
            return switch (split) {
                case TRAINING -> training;
                case VALIDATION -> validation;
                case TEST -> test;
            };
        }
    }

    /// The task, ready for [PreparedTask].
    ///
    /// @param rating of what was returned for a row; may be asked by several threads at once. A
    ///   rating that is not finite makes the result invalid.
    public CompiledTask rated(ToDoubleBiFunction<Row, R> rating) {
        return CompiledTask.of(task(), Calls.class, new CallScorer<>(this, rating));
    }

    private Task task() {
        return new Task(
                method,
                Path.of(""),
                "Improve the public static method `%s`: %s `%s`."
                        .formatted(
                                method,
                                switch (objective.direction()) {
                                    case MINIMISE -> "minimise";
                                    case MAXIMISE -> "maximise";
                                },
                                objective.name()),
                List.of(objective),
                seed,
                new Workings.InJava(Map.of(), Map.of(), Map.of()),
                TaskLimits.DEFAULT,
                Procedure.PLAIN,
                Map.of(),
                List.of(),
                List.of());
    }
}
