package dev.tradewind.proposer.chat;

import dev.tradewind.evaluation.Direction;
import dev.tradewind.evaluation.Mark;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Task;
import dev.tradewind.evaluation.TaskLimits;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What is said of a task: what may be known of it, and nothing of the instances it is judged by.
record TaskWords(Task task, Exhibit exhibit) {

    private static final String JAVA = ".java";

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>(limits(task.limits()));
        values.put("statement", task.statement().strip());
        values.put("objectives", objectives());
        values.put("several", task.objectives().size() > 1);
        values.put("program", Exhibit.all(task.seed().files()));
        values.put("contract", Exhibit.all(task.workings().contract()));
        values.put("java", exhibit.evolving().stream().allMatch(path -> path.endsWith(JAVA)));
        values.put("single", exhibit.single());
        return values;
    }

    private List<Map<String, Object>> objectives() {
        return task.objectives().stream().map(TaskWords::objective).toList();
    }

    private static Map<String, Object> objective(Objective objective) {
        return Map.of(
                "name",
                objective.name(),
                "minimise",
                objective.direction() == Direction.MINIMISE,
                "unit",
                objective.unit().equals("1") ? "" : objective.unit(),
                "bound",
                words(objective.marks().bound()),
                "target",
                words(objective.marks().target()));
    }

    /// Empty where there is none.
    private static String words(Mark mark) {
        return switch (mark) {
            case Mark.At(double value) ->
                    BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
            case Mark.None _ -> "";
        };
    }

    private static Map<String, String> limits(TaskLimits limits) {
        return Map.of(
                "fuel", String.format(Locale.ROOT, "%,d", limits.fuel()),
                "cpu", seconds(limits.cpu()),
                "heap", limits.heap().toString(),
                "source", limits.source().toString());
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
