package dev.tradewind.proposer.chat;

/// What a prompt cost and earned, old evidence counting less than new.
///
/// @param tries how often it was used
/// @param gains how often a better program came of it than its best parent
/// @param cost of the tries, in any one unit
record Earned(double tries, double gains, double cost) {

    static final Earned NOTHING = new Earned(0, 0, 0);

    Earned plus(Earned other) {
        return new Earned(tries + other.tries, gains + other.gains, cost + other.cost);
    }

    Earned times(double factor) {
        return new Earned(tries * factor, gains * factor, cost * factor);
    }

    /// Gains for each try; one half before there is any evidence.
    double rate() {
        return (gains + 1) / (tries + 2);
    }

    /// Cost of one try; 1 before there is any evidence, and where nothing costs anything.
    double price() {
        return cost > 0 ? cost / tries : 1;
    }
}
