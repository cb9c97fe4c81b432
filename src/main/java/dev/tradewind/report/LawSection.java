package dev.tradewind.report;

import dev.tradewind.evaluation.Objective;
import dev.tradewind.law.allocation.Band;

import java.util.List;
import java.util.Locale;

/// The part of a run's page that tells what was believed of the rungs and what more budget would
/// buy.
record LawSection(LawResult law, List<RungResult> rungs, Objective objective) {

    /// Files of the pictures beside the page.
    static final String SHARES = "who-is-asked.svg";

    static final String CHANCES = "chances.svg";

    String markdown() {
        return """
        ## Which rung was worth its cost

        Decided by `%s`. A success is a proposal better on training than all its island knew. The
        beliefs are those at the end, the bands hold 80 %% of the probability, a cost is a part of
        the budget. Asked is the share of all proposals a rung had, from now on the share it would
        have next.

        %s
        %s
        ![share of the proposals over flights](%s)

        ![chance of success over flights](%s)
        """
                .formatted(law.policy(), table().markdown(), next(), SHARES, CHANCES);
    }

    private Table table() {
        return new Table(
                List.of(
                        "rung",
                        "asked",
                        "chance of success",
                        "80 % band",
                        "gain of one",
                        "cost",
                        "gain per budget",
                        "from now on"),
                law.rungs().stream().map(this::row).toList());
    }

    private List<String> row(LawResult.Rung rung) {
        return List.of(
                rung.name(),
                percent(asked(rung.name())),
                percent(rung.success()),
                "%s to %s".formatted(percent(rung.low()), percent(rung.high())),
                rung.gain() == 0 ? Figures.NONE : number(rung.gain()),
                number(rung.cost()),
                rung.gain() == 0 ? Figures.NONE : number(rung.worth()),
                percent(rung.share()));
    }

    private double asked(String name) {
        double all = rungs.stream().mapToLong(RungResult::flights).sum();
        return rungs.stream()
                .filter(rung -> rung.name().equals(name) && all > 0)
                .mapToDouble(rung -> rung.flights() / all)
                .sum();
    }

    private String next() {
        LawResult.Next next = law.next();
        if (next == null) {
            return "";
        }
        String gain =
                next.gain() == null
                        ? ""
                        : ", together worth %s%s".formatted(band(next.gain()), unit());
        return "\nAnother %s of the budget would be expected to buy %s improvements%s.\n"
                .formatted(percent(next.part()), band(next.improvements()), gain);
    }

    private String unit() {
        return Figures.suffix(objective.unit()) + " " + objective.name();
    }

    private static String band(Band band) {
        return "%s (80 %%: %s to %s)"
                .formatted(number(band.mean()), number(band.low()), number(band.high()));
    }

    private static String number(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.3g", value);
    }

    private static String percent(double part) {
        return number(100 * part) + " %";
    }
}
