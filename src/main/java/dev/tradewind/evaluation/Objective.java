package dev.tradewind.evaluation;

/// One thing a task asks for.
///
/// @param name as in `task.yaml`, such as `excess`
/// @param unit as printed after a value, such as `%`; `1` for a plain number
/// @param marks values that mean something
public record Objective(String name, Direction direction, String unit, Marks marks) {

    /// One without marks.
    public Objective(String name, Direction direction, String unit) {
        this(name, direction, unit, Marks.NONE);
    }

    public static Objective minimise(String name, String unit) {
        return new Objective(name, Direction.MINIMISE, unit);
    }

    public static Objective maximise(String name, String unit) {
        return new Objective(name, Direction.MAXIMISE, unit);
    }

    /// The same with other marks.
    public Objective with(Marks other) {
        return new Objective(name, direction, unit, other);
    }

    /// By how much a value misses the bound, as a part of the bound's size (of 1 for a bound of 0);
    /// 0 when it meets it or there is none.
    public double violation(double value) {
        return switch (marks.bound()) {
            case Mark.None _ -> 0;
            case Mark.At(double bound) ->
                    direction.better(bound, value)
                            ? Math.abs(value - bound) / (bound == 0 ? 1 : Math.abs(bound))
                            : 0;
        };
    }

    /// Whether a value is as good as the target; not where none is named.
    public boolean reached(double value) {
        return marks.target() instanceof Mark.At(double target) && !direction.better(target, value);
    }
}
