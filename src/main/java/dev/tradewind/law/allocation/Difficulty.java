package dev.tradewind.law.allocation;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// How much harder the next improvement is than the first, for all rungs alike.
///
/// A rung's chance is `p h(I)` after `I` improvements, `h(I) = (1 + d I)^-q`. Since `h` is common,
/// it leaves the ranking as it is: it is carried as exposure, `E = Σ h`, and nothing is forgotten.
/// `(d, q)` is the likeliest of a small grid: with each rung's rate free, their likelihood is `Σ ln
/// h` at the successes, less `S ln E` of each rung.
final class Difficulty {

    /// Nats by which another decay must be likelier to be taken: each change moves all exposures.
    private static final double MARGIN = 0.5;

    /// Proposals after which decays are compared anew, if none of them was an improvement.
    private static final int JUDGED = 8;

    private static final List<Decay> DECAYS =
            Stream.concat(
                            Stream.of(new Decay(0, 1)),
                            Stream.of(1.0, 3.0)
                                    .flatMap(
                                            q ->
                                                    Stream.of(0.01, 0.025, 0.05, 0.1, 0.25, 1.0)
                                                            .map(d -> new Decay(d, q))))
                    .toList();

    private final double[][] exposures;
    private final double[] heights;
    private final double[] successes;
    private final double[] now = new double[DECAYS.size()];
    private double improvements;
    private long seen;
    private int chosen;

    /// One way to become harder.
    record Decay(double speed, double power) {
        double at(double improvements) {
            return Math.pow(1 + speed * improvements, -power);
        }
    }

    Difficulty(int rungs) {
        exposures = new double[DECAYS.size()][rungs];
        heights = new double[DECAYS.size()];
        successes = new double[rungs];
        Arrays.fill(now, 1);
    }

    /// Takes in a proposal.
    ///
    /// @param reached whether it came to the step that is judged
    /// @param improved whether it came to the last, which makes the next one harder
    /// @return whether another decay is now the likeliest, so that all exposures are others
    boolean observe(int rung, boolean reached, boolean improved) {
        seen++;
        for (int at = 0; at < heights.length; at++) {
            exposures[at][rung] += now[at];
            heights[at] += reached ? Math.log(now[at]) : 0;
        }
        successes[rung] += reached ? 1 : 0;
        if (improved) {
            improvements++;
            Arrays.setAll(now, at -> DECAYS.get(at).at(improvements));
        }
        return (reached || seen % JUDGED == 0) && choose();
    }

    private boolean choose() {
        int before = chosen;
        double most = likelihood(chosen) + MARGIN;
        for (int at = 0; at < heights.length; at++) {
            double likelihood = likelihood(at);
            if (likelihood > most) {
                chosen = at;
                most = likelihood;
            }
        }
        return chosen != before;
    }

    private double likelihood(int decay) {
        double sum = heights[decay];
        for (int rung = 0; rung < successes.length; rung++) {
            if (successes[rung] > 0) {
                sum -= successes[rung] * Math.log(exposures[decay][rung]);
            }
        }
        return sum;
    }

    /// One of the decays, drawn by how likely each is.
    int drawn(RandomGenerator random) {
        double[] weights = new double[heights.length];
        double most = likelihood(chosen);
        double sum = 0;
        for (int at = 0; at < weights.length; at++) {
            weights[at] = Math.exp(likelihood(at) - most);
            sum += weights[at];
        }
        double luck = sum * random.nextDouble();
        int at = 0;
        while (at < weights.length - 1 && luck >= weights[at]) {
            luck -= weights[at];
            at++;
        }
        return at;
    }

    /// What a rung's first chance is by another decay, in what it is by the likeliest.
    double against(int decay, int rung) {
        double exposure = exposures[decay][rung];
        return exposure > 0 ? exposures[chosen][rung] / exposure : 1;
    }

    /// As [#after(int)], by any decay.
    double after(int decay, int more) {
        return DECAYS.get(decay).at(improvements + more);
    }

    /// Keeps only a part of what was seen, since the rungs are no longer what they were.
    void forget(double kept) {
        for (double[] one : exposures) {
            Arrays.setAll(one, rung -> one[rung] * kept);
        }
        Arrays.setAll(successes, rung -> successes[rung] * kept);
        Arrays.setAll(heights, at -> heights[at] * kept);
    }

    double successes(int rung) {
        return successes[rung];
    }

    double exposure(int rung) {
        return exposures[chosen][rung];
    }

    /// The chance of a proposal after some improvements more, in chances of the first.
    double after(int more) {
        return more == 0 ? now[chosen] : DECAYS.get(chosen).at(improvements + more);
    }
}
