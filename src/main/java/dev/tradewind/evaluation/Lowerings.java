package dev.tradewind.evaluation;

import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes the lowerings of tasks whose candidates are settings.
public final class Lowerings {

    private Lowerings() {}

    /// Compiles a lowering, in memory, and makes it. Its space is asked for once and must be sound.
    ///
    /// @param sources of exactly one public class that is a [Lowering], path to text; it sees the
    ///   JDK and dev.tradewind.evaluation
    /// @throws EvaluatorFault with file, line and a likely fix, when they do not compile or are not
    ///   what they should be
    public static Lowering of(Map<String, String> sources) {
        SortedMap<String, byte[]> classes =
                new TreeMap<>(
                        EvaluatorSources.half(EvaluatorSources.Half.LOWERING, sources, Map.of()));
        var loader = new TaskLoader("lowering", classes, new Gate(Map.of()));
        Class<?> type = CompiledTask.only(Lowering.class, classes, loader);
        Lowering lowering = CompiledTask.made(Lowering.class, type);
        return new Bounded(lowering, space(lowering));
    }

    /// The lowering of a task whose candidates are settings; its seed must be settings that go
    /// together.
    ///
    /// @throws EvaluatorFault as above, and when the seed is not
    public static Lowering of(Task task) {
        if (!(task.workings() instanceof Workings.InProcess process && process.lowers())) {
            throw new IllegalArgumentException(task.name() + " has no lowering");
        }
        Lowering lowering = of(process.lowering());
        try {
            lowering.lower(Settings.of(task.seed(), lowering.space()).choice());
            return lowering;
        } catch (Lowering.Unfit wrong) {
            throw new EvaluatorFault(
                    "the seed of %s is no start: %s".formatted(task.name(), wrong.getMessage()),
                    wrong);
        }
    }

    private static Space space(Lowering lowering) {
        try {
            return lowering.space();
        } catch (RuntimeException | Error broken) {
            throw new EvaluatorFault(
                    "%s tells of no space: %s. Maybe a knob has no values, or two have one name."
                            .formatted(lowering.getClass().getName(), broken),
                    broken);
        }
    }

    /// A task's lowering whose space is known and whose faults are told as the task's.
    private record Bounded(Lowering own, Space space) implements Lowering {

        @Override
        public Map<String, String> lower(SequencedMap<String, Long> choice) throws Unfit {
            try {
                return Map.copyOf(own.lower(choice));
            } catch (RuntimeException | Error broken) {
                throw new EvaluatorFault(
                        "%s cannot lower %s: %s. Maybe it should throw Unfit for settings that do"
                                        .formatted(own.getClass().getName(), choice, broken)
                                + " not go together.",
                        broken);
            }
        }
    }
}
