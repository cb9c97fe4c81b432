package dev.tradewind.law.allocation;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Spends by the law of success: what is known of one size teaches something of the others, and
/// what proposals come to corrects the law.
///
/// Success by [SuccessRates], common difficulty by [Difficulty], gains by [Gains], costs by
/// [Costs]; a [Rule] chooses, [Floors] see to it that no rung is forgotten.
final class LawAllocator implements Allocator, Forecasting {

    private final Roster roster;
    private final Outlook outlook;
    private final Rule rule;
    private final Floors floors;

    LawAllocator(List<Contender> ladder, Rule rule, Assumptions assumptions) {
        this.roster = new Roster(ladder);
        this.outlook = new Outlook(roster, assumptions);
        this.rule = rule;
        this.floors = new Floors(outlook);
    }

    @Override
    public Allocation next(List<String> open, RandomGenerator random) {
        double[] merits = rule.merits(outlook, random);
        double[] owed = roster.each(floors::owed);
        List<String> ranking =
                open.stream().anyMatch(name -> owed[roster.number(name)] > 0)
                        ? owedFirst(open, owed, merits)
                        : roster.ranked(open, merits);
        return new Allocation(ranking, beliefs());
    }

    /// The rung furthest behind its floor, then all others by merit.
    private List<String> owedFirst(List<String> open, double[] owed, double[] merits) {
        String first = roster.ranked(open, owed).getFirst();
        merits[roster.number(first)] = Double.POSITIVE_INFINITY;
        return roster.ranked(open, merits);
    }

    @Override
    public void launched(String rung) {
        outlook.launched(roster.number(rung));
    }

    @Override
    public void observe(Observation observation) {
        outlook.observe(roster.number(observation.rung()), observation);
    }

    @Override
    public List<Belief> beliefs() {
        double[] shares = shares();
        return IntStream.range(0, roster.size())
                .mapToObj(rung -> outlook.belief(rung, shares[rung]))
                .toList();
    }

    private double[] shares() {
        return floors.over(rule.shares(outlook));
    }

    @Override
    public Forecast forecast(double cost) {
        return new Foresight(outlook, shares()).over(cost);
    }
}
