package dev.tradewind.law.allocation;

/// What policies without a law keep of each rung: how often it was asked, what that cost, how often
/// it beat the best.
final class Standings {

    private final Roster roster;
    private final Tally tally;
    private final Costs costs;
    private final double[] successes;

    Standings(Roster roster) {
        this.roster = roster;
        tally = new Tally(roster.size());
        costs = new Costs(roster);
        successes = new double[roster.size()];
    }

    void launched(String rung) {
        tally.launch(roster.number(rung));
    }

    void observe(Observation observation) {
        int rung = roster.number(observation.rung());
        tally.land(rung);
        costs.observe(rung, observation.cost());
        successes[rung] += observation.level() == Level.BEAT_BEST ? 1 : 0;
    }

    Tally tally() {
        return tally;
    }

    /// Mean cost of a rung's proposals.
    double cost(int rung) {
        return costs.mean(rung);
    }

    double successes(int rung) {
        return successes[rung];
    }
}
