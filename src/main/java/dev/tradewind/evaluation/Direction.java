package dev.tradewind.evaluation;

/// Which way an objective improves.
public enum Direction {
    MINIMISE,
    MAXIMISE;

    /// Whether the first value is strictly better than the second.
    public boolean better(double first, double second) {
        return switch (this) {
            case MINIMISE -> first < second;
            case MAXIMISE -> first > second;
        };
    }

    /// The value as a quantity to be maximised.
    public double ascending(double value) {
        return switch (this) {
            case MINIMISE -> -value;
            case MAXIMISE -> value;
        };
    }
}
