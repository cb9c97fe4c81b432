package dev.tradewind.law.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// The rate of one kind of event on each rung: by the law of its curve, or, for rungs beside all
/// curves, by what all rungs do on average.
///
/// Both are the same model with other laws: beside, the law is one rate for all, and the spread
/// around it is loose. That is also what a curve falls back on when its law foretells its rungs
/// worse, each from the others, than this does, by more than [#LOSS] nats.
final class SuccessRates {

    private static final double LOSS = 2;

    /// Relative spread of rungs that share no law (assumed).
    private static final double UNRELATED = 1.2;

    /// Relative spread of rungs in a later step (assumed: differs less than the first).
    private static final double RELATED = 0.4;

    /// Growth of the evidence after which the law is judged anew.
    private static final double AGAIN = 1.1;

    private final List<Curve> curves;
    private final RateGrid pool;
    private final Curve[] curveOf;
    private final int[] place;
    private double seen;
    private double judged;

    /// The rungs of a curve, and how well its law does.
    private static final class Curve {
        private final int[] rungs;
        private final RateGrid grid;
        private boolean trusted = true;

        Curve(int[] rungs, RateGrid grid) {
            this.rungs = rungs;
            this.grid = grid;
        }
    }

    SuccessRates(Roster roster, Assumptions assumptions) {
        pool = new RateGrid(LawCells.alike(), UNRELATED, new double[roster.size()]);
        curveOf = new Curve[roster.size()];
        place = new int[roster.size()];
        curves =
                byCurve(roster).values().stream()
                        .map(rungs -> curve(roster, rungs, assumptions))
                        .toList();
    }

    private SuccessRates(RateGrid pool, int rungs) {
        this.pool = pool;
        curveOf = new Curve[rungs];
        place = new int[rungs];
        curves = List.of();
    }

    /// Of a later step, which rungs that came to the one before take about alike, whatever their
    /// size.
    static SuccessRates conditional(Roster roster) {
        double[] alike = new double[roster.size()];
        return new SuccessRates(
                new RateGrid(LawCells.conditional(), RELATED, alike), roster.size());
    }

    private static Map<String, List<Integer>> byCurve(Roster roster) {
        Map<String, List<Integer>> rungs = new LinkedHashMap<>();
        for (int rung = 0; rung < roster.size(); rung++) {
            if (roster.get(rung).position() instanceof Position.OnCurve(String name, double _)) {
                rungs.computeIfAbsent(name, _ -> new ArrayList<>()).add(rung);
            }
        }
        return rungs;
    }

    private Curve curve(Roster roster, List<Integer> rungs, Assumptions assumptions) {
        double[] sizes = rungs.stream().mapToDouble(rung -> size(roster, rung)).toArray();
        double least = Arrays.stream(sizes).min().orElseThrow();
        double[] relative = Arrays.stream(sizes).map(size -> size / least).toArray();
        Curve curve =
                new Curve(
                        rungs.stream().mapToInt(rung -> rung).toArray(),
                        new RateGrid(assumptions.cells(), assumptions.spread(), relative));
        for (int at = 0; at < curve.rungs.length; at++) {
            curveOf[curve.rungs[at]] = curve;
            place[curve.rungs[at]] = at;
        }
        return curve;
    }

    private static double size(Roster roster, int rung) {
        return switch (roster.get(rung).position()) {
            case Position.OnCurve(String _, double size) -> size;
            case Position.Beside() -> 1;
        };
    }

    /// Replaces what is known of a rung.
    void update(int rung, double successes, double exposure) {
        pool.update(rung, successes, exposure);
        if (curveOf[rung] != null) {
            curveOf[rung].grid.update(place[rung], successes, exposure);
        }
        seen++;
        if (seen > judged * AGAIN + 1) {
            judged = seen;
            curves.forEach(this::judge);
        }
    }

    private void judge(Curve curve) {
        curve.trusted = advantage(curve) >= -LOSS;
    }

    /// How much better the law foretells each rung of a curve from all others, in nats.
    private double advantage(Curve curve) {
        return IntStream.range(0, curve.rungs.length)
                .mapToDouble(at -> curve.grid.leftOut(at) - pool.leftOut(curve.rungs[at]))
                .sum();
    }

    /// Whether a rung is judged by a law of size now.
    boolean lawful(int rung) {
        return curveOf[rung] != null && curveOf[rung].trusted;
    }

    /// Expected rate.
    ///
    /// @param more exposure without a success, as if it had been seen on top
    double mean(int rung, double more) {
        return lawful(rung) ? curveOf[rung].grid.mean(place[rung], more) : pool.mean(rung, more);
    }

    Cumulants logRate(int rung) {
        return lawful(rung) ? curveOf[rung].grid.logRate(place[rung]) : pool.logRate(rung);
    }

    /// A rate of each rung, drawn.
    double[] draw(RandomGenerator random) {
        double[] drawn = pool.draw(random);
        for (Curve curve : curves) {
            if (curve.trusted) {
                double[] own = curve.grid.draw(random);
                for (int at = 0; at < own.length; at++) {
                    drawn[curve.rungs[at]] = own[at];
                }
            }
        }
        return drawn;
    }

    /// Expected rates of all rungs if one had one more success, or one more failure.
    double[] meansAfter(int asked, double exposure, boolean success) {
        double[] means = pool.meansAfter(asked, exposure, success);
        for (Curve curve : curves) {
            if (curve.trusted) {
                double[] own =
                        curve == curveOf[asked]
                                ? curve.grid.meansAfter(place[asked], exposure, success)
                                : means(curve);
                for (int at = 0; at < own.length; at++) {
                    means[curve.rungs[at]] = own[at];
                }
            }
        }
        return means;
    }

    private static double[] means(Curve curve) {
        return IntStream.range(0, curve.rungs.length)
                .mapToDouble(at -> curve.grid.mean(at, 0))
                .toArray();
    }
}
