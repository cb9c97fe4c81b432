package dev.tradewind.law.training;

/// How machines of use compare with machines of training.
///
/// The price of a FLOP at peak compares as `priceRatio / peakRatio`. The dollar figures of Sardana
/// et al. come out with 0.657 and 2, hence 0.3285; the prices themselves were inferred.
///
/// @param priceRatio price of an hour of a machine of use, in that of a machine of training
/// @param peakRatio peak rate of a machine of use, in that of a machine of training; arithmetic of
///   8 bits instead of 16 doubles it
public record Hardware(double priceRatio, double peakRatio, Utilisation utilisation) {

    /// Use with 8-bit arithmetic on the machines of training.
    public static final double INT8 = 2;

    public Hardware {
        Positive.required("price ratio", priceRatio);
        Positive.required("peak ratio", peakRatio);
    }

    /// Tokens that would cost as much as the demand does if a FLOP of use cost as much as one of
    /// training.
    public LifetimeCost cost(CostUnit unit, Demand demand) {
        return switch (unit) {
            case FLOP -> new LifetimeCost(demand.total());
            case SECONDS -> new LifetimeCost(occupying(demand) / peakRatio);
            case DOLLARS -> new LifetimeCost(occupying(demand) / peakRatio * priceRatio);
        };
    }

    private double occupying(Demand demand) {
        return utilisation.training()
                * (demand.input() / utilisation.prefill() + demand.output() / utilisation.decode());
    }
}
