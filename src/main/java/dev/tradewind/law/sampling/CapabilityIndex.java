package dev.tradewind.law.sampling;

import org.apache.commons.math3.stat.regression.SimpleRegression;

import java.util.List;

/// Places a model of unknown size among models of known size by how well each does on a public
/// benchmark: the log odds of passing are taken to grow linearly with the logarithm of size.
///
/// The size it gives is an index, not a count of parameters: what a model of that size, of the kind
/// the others are, would be capable of.
public final class CapabilityIndex {

    /// A model whose size and capability are known.
    ///
    /// @param size more than 0, in any unit, the same for all
    /// @param capability share of a benchmark's tasks that it passes, more than 0 and less than 1
    public record Known(double size, double capability) {
        public Known {
            Numbers.positive(size, "a size");
            share(capability);
        }
    }

    private static final double FARTHEST = 100;

    private final SimpleRegression line = new SimpleRegression();
    private final double least;
    private final double most;

    private CapabilityIndex(List<Known> models) {
        models.forEach(model -> line.addData(Math.log(model.size()), logOdds(model.capability())));
        least = models.stream().mapToDouble(Known::size).min().orElseThrow();
        most = models.stream().mapToDouble(Known::size).max().orElseThrow();
    }

    /// The index that models of known size make.
    ///
    /// @throws Inconclusive when they are of fewer than two sizes, or the larger ones are no more
    ///   capable
    public static CapabilityIndex of(List<Known> models) {
        if (models.stream().map(Known::size).distinct().count() < 2) {
            throw new Inconclusive(
                    "a model of unknown size is placed between models of at least two known sizes"
                            + " whose capability is told, too");
        }
        CapabilityIndex index = new CapabilityIndex(models);
        if (!(index.line.getSlope() > 0)) {
            throw new Inconclusive(
                    "capability does not grow with size among the models of known size, so it"
                            + " places no other");
        }
        return index;
    }

    /// The size a capability stands for.
    ///
    /// @param capability more than 0 and less than 1
    /// @throws Inconclusive when that is more than two orders of magnitude away from every known
    ///   one
    public double size(double capability) {
        double size =
                Math.exp((logOdds(share(capability)) - line.getIntercept()) / line.getSlope());
        if (!(size >= least / FARTHEST && size <= most * FARTHEST)) {
            throw new Inconclusive(
                    "capability %s lies more than two orders of magnitude of size away from the"
                                    .formatted(capability)
                            + " models of known size");
        }
        return size;
    }

    private static double share(double capability) {
        if (!(capability > 0 && capability < 1)) {
            throw new IllegalArgumentException(
                    "a capability is more than 0 and less than 1, not " + capability);
        }
        return capability;
    }

    private static double logOdds(double share) {
        return Math.log(share / (1 - share));
    }
}
