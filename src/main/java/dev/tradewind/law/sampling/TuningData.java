package dev.tradewind.law.sampling;

/// How much data to train a proposer on, where that adds `b D^-d` to `-ln p`. Derived here.
///
/// @param b what data can remove, at one unit of it; more than 0
/// @param d how fast it does; more than 0
public record TuningData(double b, double d) {

    public TuningData {
        Numbers.positive(b, "the scale b");
        Numbers.positive(d, "the exponent d");
    }

    /// What improvements cost by reason of the data that is missing: a factor of at least 1.
    public double factor(double data) {
        return Math.exp(b * Math.pow(Numbers.positive(data, "an amount of data"), -d));
    }

    /// The amount at which one more unit costs as much in training as it saves in the search.
    ///
    /// @param each cost of training on one unit, such as `6 N` in FLOP for each token; more than 0
    /// @param search cost of all improvements wanted, if data were without end; more than 0
    public double best(double each, double search) {
        Numbers.positive(each, "the cost of training");
        Numbers.positive(search, "the cost of the search");
        return Crossing.of(
                data -> search * factor(data) * b * d * Math.pow(data, -d) - each * data, 1);
    }
}
