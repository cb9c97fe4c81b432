package dev.tradewind.evaluation;

/// One thing a task asks for.
///
/// @param name as in `task.yaml`, such as `excess`
/// @param unit as printed after a value, such as `%`; `1` for a plain number
public record Objective(String name, Direction direction, String unit) {

    public static Objective minimise(String name, String unit) {
        return new Objective(name, Direction.MINIMISE, unit);
    }

    public static Objective maximise(String name, String unit) {
        return new Objective(name, Direction.MAXIMISE, unit);
    }
}
