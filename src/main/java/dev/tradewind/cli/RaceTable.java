package dev.tradewind.cli;

import dev.tradewind.bench.race.Place;
import dev.tradewind.bench.race.RaceDocument;
import dev.tradewind.law.comparison.CostRatio;
import dev.tradewind.law.comparison.Paired;
import dev.tradewind.report.Figures;
import dev.tradewind.report.Table;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a race came to, for people.
final class RaceTable {

    private static final List<String> HEADING =
            List.of(
                    "contestant",
                    "median",
                    "mean",
                    "minus law's",
                    "95 % interval",
                    "better:worse",
                    "sign p",
                    "cost/law's",
                    "95 % interval",
                    "reached",
                    "evaluations",
                    "CPU s");

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private final RaceDocument document;

    private RaceTable(RaceDocument document) {
        this.document = document;
    }

    static List<String> lines(RaceDocument document) {
        RaceTable table = new RaceTable(document);
        List<String> lines = new ArrayList<>();
        lines.add(table.title());
        lines.add("");
        lines.addAll(
                new Table(HEADING, document.places().stream().map(table::row).toList()).text());
        lines.add("");
        lines.addAll(table.notes());
        return lines;
    }

    private String title() {
        return "%s: validation %s%s (%s), %d seeds, %s for each run"
                .formatted(
                        document.task(),
                        document.objective(),
                        document.unit().equals("1") ? "" : " in " + document.unit(),
                        document.direction(),
                        document.seeds().size(),
                        document.budget());
    }

    private List<String> row(Place place) {
        Paired off = place.difference();
        return List.of(
                place.contestant(),
                score(place.median()),
                score(place.mean()),
                off == null ? Figures.NONE : Figures.change(off.mean(), document.unit()),
                off == null ? Figures.NONE : interval(off),
                off == null ? Figures.NONE : place.better() + ":" + place.worse(),
                off == null ? Figures.NONE : Figures.value(off.sign(), "1"),
                ratio(place.ratio()),
                interval(place.ratio()),
                place.reached() + " of " + document.seeds().size(),
                Figures.count(Math.round(place.evaluations())),
                String.format(Locale.ROOT, "%.1f", place.cpuSeconds()));
    }

    private String score(double value) {
        return Figures.value(value, document.unit());
    }

    private String interval(Paired off) {
        return "%s to %s"
                .formatted(
                        Figures.change(off.low(), document.unit()),
                        Figures.change(off.high(), document.unit()));
    }

    private static String ratio(@Nullable CostRatio ratio) {
        if (ratio == null) {
            return Figures.NONE;
        }
        String mean = factor(ratio.mean());
        return switch (ratio.bound()) {
            case EXACT -> mean;
            case AT_LEAST -> mean + " or more";
            case AT_MOST -> mean + " or less";
            case NEITHER -> mean + " ?";
        };
    }

    private static String interval(@Nullable CostRatio ratio) {
        return ratio == null
                ? Figures.NONE
                : "%s to %s".formatted(factor(ratio.low()), factor(ratio.high()));
    }

    /// Three digits, however large or small: `0.0026`, `1.15`, `2250`.
    private static String factor(double value) {
        return BigDecimal.valueOf(value).round(THREE_DIGITS).toPlainString();
    }

    private List<String> notes() {
        return List.of(
                "Differences are paired seed by seed; their intervals are Student's t, and sign p is"
                        + " the sign test's.",
                "cost/law's: geometric mean of CPU time until the seed's target was reached, over"
                        + " the law's. A target",
                "not reached counts with all that was spent for it, so that the true ratio is more"
                        + " (or less) where so marked;",
                "?: bounds on both sides. %s".formatted(free()),
                "evaluations and CPU s are of all that a run did, which ends some flights after its"
                        + " budget.");
    }

    private String free() {
        int free = document.freeTargets();
        return free == 0
                ? "Every target was beyond the seed program."
                : "%d of %d targets were met by the seed program and are left out."
                        .formatted(free, document.seeds().size());
    }
}
