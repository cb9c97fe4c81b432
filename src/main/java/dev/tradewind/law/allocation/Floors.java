package dev.tradewind.law.allocation;

import java.util.Arrays;

/// The least every rung is asked, so that a belief can be found wrong: 2 % of the proposals, 5 %
/// for the largest of a curve, which gains most from a large budget since its gains reach further.
///
/// A rung is owed a proposal only while it has less than this of the proposals, and all floors
/// together stay within [#COST] of the cost. Counted in proposals alone, 2 % of a rung that costs a
/// thousand times the others would be 95 % of the budget.
final class Floors {

    private static final double EACH = 0.02;
    private static final double LARGEST = 0.05;

    /// Part of the cost that all floors together may take (measured: with 15 %, simulated ladders
    /// bring 2 to 3 points less where the law is right, and nothing more where it is wrong).
    private static final double COST = 0.05;

    private final Outlook outlook;
    private final double[] floors;
    private final double[] limits;

    Floors(Outlook outlook) {
        this.outlook = outlook;
        Roster roster = outlook.roster();
        floors = roster.each(rung -> largest(roster, rung) ? LARGEST : EACH);
        if (roster.size() * EACH > 0.5) {
            Arrays.fill(floors, 0.5 / roster.size());
        }
        double all = Arrays.stream(floors).sum();
        limits = roster.each(rung -> floors[rung] * Math.min(1, COST / all));
    }

    private static boolean largest(Roster roster, int rung) {
        return roster.get(rung).position() instanceof Position.OnCurve(String curve, double size)
                && roster.ladder().stream()
                        .map(Contender::position)
                        .noneMatch(
                                other ->
                                        other instanceof Position.OnCurve(String name, double more)
                                                && name.equals(curve)
                                                && more > size);
    }

    /// How far a rung is behind its floor: 0 when nothing is owed, else the more, the further.
    double owed(int rung) {
        double count = floors[rung] * (outlook.tally().launched() + 1);
        double launched = outlook.tally().launched(rung) + 1.0;
        double cost = outlook.costs().mean(rung);
        double paid = outlook.costs().spent(rung) + cost * (outlook.tally().inFlight(rung) + 1);
        double limit = limits[rung] * (outlook.costs().total() + cost);
        return launched <= count && paid <= limit ? count / launched : 0;
    }

    /// Shares with floors: what they take is taken from all in proportion.
    double[] over(double[] shares) {
        double mean = 0;
        for (int rung = 0; rung < shares.length; rung++) {
            mean += shares[rung] * outlook.costs().mean(rung);
        }
        double[] taken = new double[shares.length];
        double sum = 0;
        for (int rung = 0; rung < shares.length; rung++) {
            double paid = limits[rung] * mean / outlook.costs().mean(rung);
            double floor = Math.min(floors[rung], paid);
            taken[rung] = Math.max(0, floor - shares[rung]);
            sum += taken[rung];
        }
        double left = 1 - sum;
        return outlook.roster().each(rung -> taken[rung] + left * shares[rung]);
    }
}
