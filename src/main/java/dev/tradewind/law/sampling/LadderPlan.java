package dev.tradewind.law.sampling;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Which rung to ask before anything was tried, by size and cost.
///
/// @param ladder at least one rung, in the order of the ladder
/// @param prior what is believed of success by size
/// @param growth by how many per cent an improvement gains more with one per cent more size
public record LadderPlan(List<Priced> ladder, PriorLaw prior, double growth) {

    /// Least share of every rung, so that it can show that the law is wrong.
    public static final double FLOOR = 0.02;

    /// Least share of the largest rung, whose gains may be larger than any law of success says.
    public static final double LARGEST_FLOOR = 0.05;

    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;

    public LadderPlan {
        ladder = List.copyOf(ladder);
        Numbers.least(growth, "the growth of gains");
        if (ladder.isEmpty()) {
            throw new IllegalArgumentException("a ladder has at least one rung");
        }
    }

    /// A rung whose size is known.
    ///
    /// @param size in billions of active parameters
    /// @param proposal cost of one proposal; 0 where that is free
    /// @param evaluation cost of evaluating it
    public record Priced(String rung, double size, double proposal, double evaluation) {

        public Priced {
            Numbers.positive(size, "rung " + rung + ": a size");
            Numbers.least(proposal, "rung " + rung + ": a proposal's cost");
            Numbers.positive(
                    proposal + evaluation,
                    "rung " + rung + ": the cost of proposal and evaluation");
        }

        public double cost() {
            return proposal + evaluation;
        }
    }

    /// The ladder's odds by the law in the middle.
    public LadderChoice choice() {
        return choice(prior.centre());
    }

    private LadderChoice choice(SuccessLaw law) {
        return new LadderChoice(ladder.stream().map(rung -> odds(rung, law)).toList());
    }

    private Odds odds(Priced rung, SuccessLaw law) {
        double gain = Math.pow(rung.size(), growth);
        return new Odds(rung.rung(), rung.cost(), law.success(rung.size()), gain);
    }

    /// The rung to ask.
    public String best() {
        return choice().best().rung();
    }

    /// What asking only a rung costs on top of the best one, with the bounds that hold 80 % of the
    /// published families; 0.05 for five per cent.
    public Estimate regret(String rung) {
        double middle = choice().regret(rung);
        return new Estimate(
                middle,
                Math.min(middle, prior.quantile(law -> choice(law).regret(rung), LOW)),
                Math.max(middle, prior.quantile(law -> choice(law).regret(rung), HIGH)));
    }

    /// The largest rung; the dearest of equals.
    public String largest() {
        return ladder.stream()
                .max(Comparator.comparingDouble(Priced::size).thenComparingDouble(Priced::cost))
                .orElseThrow()
                .rung();
    }

    /// Part of the cost of an improvement that asking the best rung saves, with its 80 % band: 0.6
    /// where the largest costs two and a half times as much.
    public Estimate savingAgainstLargest() {
        double middle = saving(prior.centre());
        return new Estimate(
                middle,
                Math.min(middle, prior.quantile(this::saving, LOW)),
                Math.max(middle, prior.quantile(this::saving, HIGH)));
    }

    private double saving(SuccessLaw law) {
        LadderChoice choice = choice(law);
        return 1 - choice.named(largest()).worth() / choice.named(best()).worth();
    }

    /// Shares of the proposals: the best rung, and of every other what it takes to be proven wrong.
    ///
    /// @param beside rungs without a size, which get their floor as well
    /// @return by name, in the order of the ladder, then those beside; they add up to 1
    public SequencedMap<String, Double> mixture(List<String> beside) {
        int rungs = ladder.size() + beside.size();
        double scale = Math.min(1, 1 / (2 * (FLOOR * rungs + LARGEST_FLOOR)));
        SequencedMap<String, Double> shares = new LinkedHashMap<>();
        ladder.forEach(rung -> shares.put(rung.rung(), scale * FLOOR));
        shares.replace(largest(), scale * LARGEST_FLOOR);
        beside.forEach(rung -> shares.put(rung, scale * FLOOR));
        double others = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        shares.computeIfPresent(best(), (_, own) -> 1 - others + own);
        return shares;
    }

    /// Part of the cost of gain that a mixture saves against asking the largest rung; less than 0
    /// where it costs more.
    ///
    /// @param shares of the proposals by rung; those of rungs without a size are left out
    public double mixtureSaving(SequencedMap<String, Double> shares) {
        LadderChoice choice = choice();
        double gain = 0;
        double cost = 0;
        for (Odds rung : choice.ladder()) {
            double share = shares.getOrDefault(rung.rung(), 0.0);
            gain += share * rung.success() * rung.gain();
            cost += share * rung.cost();
        }
        return 1 - choice.named(largest()).worth() * cost / gain;
    }
}
