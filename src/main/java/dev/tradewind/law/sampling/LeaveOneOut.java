package dev.tradewind.law.sampling;

import org.apache.commons.math3.distribution.TDistribution;

import java.util.List;
import java.util.function.Predicate;

/// Whether size foretells success at all: each size in turn is foretold from the others, by the
/// law, and by taking sizes for names that say nothing. Both foretell `ln p` with a Student
/// distribution as wide as they missed the others.
///
/// @param law log score in nats, summed over all sizes; more is better
/// @param independent the same without the law
public record LeaveOneOut(double law, double independent) {

    /// The law is given up when it foretells worse by more than this, in nats.
    public static final double GIVE_UP = 2;

    /// Nothing is claimed to be foretold better than to one per cent.
    private static final double FINEST = 0.01;

    private static final int LAW_NUMBERS = 2;

    /// Over all sizes among the rows.
    ///
    /// @param rows of four sizes or more
    static LeaveOneOut of(List<Evidence> rows) {
        double law = 0;
        double independent = 0;
        for (double size : rows.stream().mapToDouble(Evidence::size).distinct().toArray()) {
            List<Evidence> rest = except(rows, row -> row.size() == size);
            for (Evidence left : except(rows, row -> row.size() != size)) {
                law += byLaw(rest, left);
                independent += byOthers(rest, left);
            }
        }
        return new LeaveOneOut(law, independent);
    }

    /// Nats by which the law foretells better.
    public double lead() {
        return law - independent;
    }

    /// Whether the law should not be used on these rungs.
    public boolean lawLoses() {
        return lead() < -GIVE_UP;
    }

    private static List<Evidence> except(List<Evidence> rows, Predicate<Evidence> left) {
        return rows.stream().filter(left.negate()).toList();
    }

    private static double byLaw(List<Evidence> rest, Evidence left) {
        try {
            SuccessLaw law = CurveFit.of(rest);
            int numbers = law.e0() > 0 ? LAW_NUMBERS + 1 : LAW_NUMBERS;
            double sum =
                    rest.stream()
                            .mapToDouble(row -> miss(row, law.logLoss(row.size())))
                            .map(miss -> miss * miss)
                            .sum();
            return score(miss(left, law.logLoss(left.size())), sum, rest.size(), numbers);
        } catch (Inconclusive flat) {
            return byOthers(rest, left);
        }
    }

    private static double byOthers(List<Evidence> rest, Evidence left) {
        double mean = rest.stream().mapToDouble(row -> -Math.log(row.rate())).average().orElse(0);
        double sum =
                rest.stream().mapToDouble(row -> miss(row, mean)).map(miss -> miss * miss).sum();
        return score(miss(left, mean), sum, rest.size(), 1);
    }

    private static double miss(Evidence row, double logLoss) {
        return logLoss + Math.log(row.rate());
    }

    private static double score(double miss, double sum, int rows, int numbers) {
        int free = Math.max(1, rows - numbers);
        double spread = Math.max(FINEST, Math.sqrt(sum / free * (1 + 1.0 / rows)));
        return new TDistribution(null, free).logDensity(miss / spread) - Math.log(spread);
    }
}
