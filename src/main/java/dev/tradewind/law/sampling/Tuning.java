package dev.tradewind.law.sampling;

/// A search that first trains its proposer, and pays for that by size: which size then costs least
/// in all. Derived here.
///
/// @param search what a proposal costs and brings after the training
/// @param each cost of the training for each unit of size, such as `6 D` in FLOP for each
///   parameter; 0 or more
public record Tuning(OptimalSize search, double each) {

    private static final int MOST_ROUNDS = 500;
    private static final double SETTLED = 1e-12;

    public Tuning {
        Numbers.least(each, "the cost of training");
    }

    /// `6 N D + R J(N)`.
    public double total(double size, double improvements) {
        return each * size + improvements * search.costToImprove(size);
    }

    /// The size of least total for so many improvements; never more than without training.
    public double size(double improvements) {
        Numbers.positive(improvements, "a number of improvements");
        double untaxed = search.size();
        return each == 0
                ? untaxed
                : Crossing.of(
                        size ->
                                improvements * search.costToImprove(size) * search.slope(size)
                                        - each * size,
                        untaxed);
    }

    /// The size where demand grows as improvements get cheaper: the one that is best for the demand
    /// it brings about, found by repetition.
    ///
    /// @throws Inconclusive when it does not settle, as where most of the cost is training
    public double size(ElasticDemand demand) {
        double size = search.size();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double next = size(demand.at(search.costToImprove(size)));
            if (Math.abs(Math.log(next / size)) < SETTLED) {
                return next;
            }
            size = next;
        }
        throw new Inconclusive(
                "size and demand chase each other: training costs too much for this demand");
    }
}
