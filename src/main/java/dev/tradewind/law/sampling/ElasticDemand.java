package dev.tradewind.law.sampling;

/// How many improvements are wanted at a price: `R = k (J / J0)^-epsilon`. Beyond an elasticity of
/// 1 cheaper search means more spent on it (Jevons).
///
/// @param improvements wanted at the price `price`; more than 0
/// @param price more than 0
/// @param elasticity 0 for a fixed demand
public record ElasticDemand(double improvements, double price, double elasticity) {

    public ElasticDemand {
        Numbers.positive(improvements, "a demand");
        Numbers.positive(price, "a price");
        Numbers.least(elasticity, "an elasticity");
    }

    public double at(double other) {
        return improvements * Math.pow(Numbers.positive(other, "a price") / price, -elasticity);
    }

    /// What is spent at a price: falls with it when demand is elastic.
    public double spend(double other) {
        return at(other) * other;
    }

    /// Whether the least total spend is the wrong aim, since it is reached by making search dear.
    public boolean rebounds() {
        return elasticity > 1;
    }
}
