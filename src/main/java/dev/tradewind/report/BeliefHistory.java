package dev.tradewind.report;

import dev.tradewind.journal.Decision;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.RunRecord;
import dev.tradewind.law.allocation.Belief;
import dev.tradewind.report.Plot.Axis;
import dev.tradewind.report.Plot.Point;
import dev.tradewind.report.Plot.Series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// How what was believed of the rungs changed in the course of a run, as pictures.
///
/// @param decisions some of a run's, in order
record BeliefHistory(String title, List<Decision> decisions) {

    private static final int POINTS = 60;
    private static final double PERCENT = 100;

    BeliefHistory {
        decisions = List.copyOf(decisions);
    }

    /// Between [#POINTS] and a few times as many decisions of a search, evenly spaced.
    static BeliefHistory of(String title, RunRecord record) {
        long step = round(record.lastPlanned(Line.SEARCH) / POINTS);
        return new BeliefHistory(
                title,
                record.decisions(Line.SEARCH)
                        .filter(decision -> decision.flight() % step == 0)
                        .toList());
    }

    /// The power of ten at or below a number; 1 for less than that.
    private static long round(long number) {
        long power = 1;
        while (power * 10 <= number) {
            power *= 10;
        }
        return power;
    }

    boolean isEmpty() {
        return decisions.isEmpty();
    }

    /// The share of proposals each rung was to have, over flights.
    String shares() {
        return new Plot(
                        title + ": who is asked",
                        flights(),
                        new Axis("share of the proposals from then on (%)", false),
                        lines((x, belief) -> Point.of(x, PERCENT * belief.share())))
                .svg();
    }

    /// The chance of success each rung was believed to have, with its 80 % band, over flights.
    String chances() {
        return new Plot(
                        title + ": what a proposal is believed to bring",
                        flights(),
                        new Axis("chance to beat the island's best (%), with 80 % band", true),
                        lines(
                                (x, belief) ->
                                        new Point(
                                                x,
                                                percent(belief.success()),
                                                percent(belief.low()),
                                                percent(belief.high()))))
                .svg();
    }

    private static Axis flights() {
        return new Axis("flights", false);
    }

    /// Not 0, which has no place on a logarithmic axis.
    private static double percent(double chance) {
        return Math.max(1e-6, PERCENT * chance);
    }

    private interface Drawn {
        Point at(double flight, Belief belief);
    }

    private List<Series> lines(Drawn drawn) {
        Map<String, List<Point>> points = new LinkedHashMap<>();
        for (Decision decision : decisions) {
            for (Belief belief : decision.beliefs()) {
                points.computeIfAbsent(belief.rung(), _ -> new ArrayList<>())
                        .add(drawn.at((double) decision.flight(), belief));
            }
        }
        Function<Map.Entry<String, List<Point>>, Series> line =
                rung -> new Plot.Line(rung.getKey(), rung.getValue());
        return points.entrySet().stream().map(line).toList();
    }
}
