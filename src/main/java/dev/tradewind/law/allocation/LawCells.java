package dev.tradewind.law.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Parameters of the success law, each with its weight beforehand.
///
/// The law is `-ln p(x) = e0 + a x^-g`, where `x` is a rung's size over that of the smallest on its
/// curve: `exp(-e0)` is the chance no size exceeds, `a` what the smallest lacks, `g` how fast size
/// makes up for it (form of Schaeffer et al., ICLR 2026, for pass@k).
record LawCells(List<Cell> cells) {

    /// From chances near 1 to one in 20,000 at unlimited size (assumed).
    private static final double[] FLOORS = steps(0, 10, 13);

    /// From no use of size to 400 times less at the smallest (assumed; fits of published pass@k
    /// give 0.2 to 2.6 with sizes in billions).
    private static final double[] LACKS = {0, 0.5, 1, 2, 3, 4.5, 6};

    /// Fits of published pass@k give 0.2 to 0.64 (assumed a little wider).
    private static final double[] POWERS = {0.1, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8};

    LawCells {
        cells = List.copyOf(cells);
    }

    /// One choice of parameters.
    ///
    /// @param logWeight logarithm of its probability beforehand, up to a constant
    record Cell(double floor, double lack, double power, double logWeight) {

        /// The rate the law gives.
        ///
        /// @param size over the smallest of the curve
        double rate(double size) {
            return Math.exp(-floor - lack * Math.pow(size, -power));
        }
    }

    /// Bell-shaped around what hard tasks look like: 1 in 20 at unlimited size, 30 times less at
    /// the smallest, a power of 0.4 (assumed, wide; only the power has published values to lean
    /// on).
    static LawCells usual() {
        return new LawCells(
                product(FLOORS, LACKS, POWERS).cells().stream().map(LawCells::weighed).toList());
    }

    private static Cell weighed(Cell cell) {
        double log =
                bell(cell.floor, 3, 2) + bell(cell.lack, 3.5, 1.75) + bell(cell.power, 0.42, 0.18);
        return new Cell(cell.floor, cell.lack, cell.power, log);
    }

    private static double bell(double value, double mean, double sd) {
        double off = (value - mean) / sd;
        return -off * off / 2;
    }

    /// Every combination, all equally likely.
    static LawCells product(double[] floors, double[] lacks, double[] powers) {
        List<Cell> cells = new ArrayList<>();
        for (double floor : floors) {
            for (double lack : lacks) {
                Arrays.stream(powers)
                        .mapToObj(power -> new Cell(floor, lack, power, 0))
                        .forEach(cells::add);
            }
        }
        return new LawCells(cells);
    }

    /// The law of no law: all rungs alike, at a rate that is not known.
    static LawCells alike() {
        return product(steps(0, 12, 25), new double[] {0}, new double[] {0});
    }

    /// The same for a later step: from nearly always to one in 3,000.
    static LawCells conditional() {
        return product(steps(0, 8, 33), new double[] {0}, new double[] {0});
    }

    /// Evenly spaced numbers.
    static double[] steps(double from, double to, int count) {
        double[] steps = new double[count];
        for (int at = 0; at < count; at++) {
            steps[at] = from + (to - from) * at / (count - 1);
        }
        return steps;
    }
}
