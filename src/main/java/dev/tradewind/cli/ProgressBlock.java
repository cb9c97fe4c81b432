package dev.tradewind.cli;

import dev.tradewind.budget.Limit;
import dev.tradewind.budget.Spend;
import dev.tradewind.law.allocation.Band;
import dev.tradewind.law.allocation.Forecast;
import dev.tradewind.report.Figures;
import dev.tradewind.report.Outcomes;
import dev.tradewind.search.Prospect;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lays out how a run is getting on: five or six lines for a terminal, one for a log. Pure.
final class ProgressBlock {

    private static final int BAR = 18;
    private static final int WIDEST = 100;
    private static final double WORTH_GUESSING = 0.02;
    private static final int CAUSES = 3;

    private ProgressBlock() {}

    /// Five lines, six where rungs are chosen by what is believed of them, none longer than the
    /// terminal is wide.
    static List<String> lines(Scene scene, int width) {
        int room = Math.min(Math.max(20, width - 1), WIDEST);
        String last =
                scene.hasLadder() ? label("rungs") + rungs(scene, "%  ", "%   ") : pace(scene);
        return Stream.of(
                        List.of(heading(scene, room), best(scene), spent(scene), outcome(scene)),
                        List.of(last),
                        law(scene))
                .flatMap(List::stream)
                .map(line -> cut(line, room))
                .toList();
    }

    /// One line for a log.
    static String line(Scene scene) {
        return "%s  %s  best %s %s%s  %s  %s scored, %s turned away, %s failed%s"
                .formatted(
                        Figures.time(scene.elapsed()),
                        scene.phase(),
                        Figures.of(scene.best().value(), scene.heading().objective()),
                        scene.heading().objective().name(),
                        scene.best().front() < 2 ? "" : ", front of " + scene.best().front(),
                        used(scene),
                        Figures.count(scene.outcomes().scored()),
                        Figures.count(scene.outcomes().turnedAway()),
                        Figures.count(scene.outcomes().failed()),
                        scene.hasLadder() ? "  " + rungs(scene, "% ", "%  ") : "");
    }

    private static String heading(Scene scene, int room) {
        Scene.Heading heading = scene.heading();
        String left =
                "%s  run %s  seed %d  %s"
                        .formatted(heading.task(), heading.run(), heading.seed(), scene.phase());
        String right = Figures.time(scene.elapsed());
        return left + " ".repeat(Math.max(2, room - left.length() - right.length())) + right;
    }

    private static String best(Scene scene) {
        Scene.Best best = scene.best();
        String unit = scene.heading().objective().unit();
        String came =
                best.change() == 0 || best.front() > 1
                        ? ""
                        : "  (%s, %s ago)"
                                .formatted(
                                        Figures.change(best.change(), unit),
                                        Figures.time(best.age()));
        return label("best")
                + Figures.of(best.value(), scene.heading().objective())
                + " "
                + scene.heading().objective().name()
                + came
                + front(best);
    }

    private static String front(Scene.Best best) {
        return best.front() < 2
                ? ""
                : ", front of %d (changed %s ago)"
                        .formatted(best.front(), Figures.time(best.age()));
    }

    private static String spent(Scene scene) {
        double fraction = scene.budget().fraction(scene.spend());
        int full = (int) Math.round(fraction * BAR);
        String left = left(scene, fraction);
        return "%s%s  [%s%s]%s"
                .formatted(
                        label("spent"),
                        used(scene),
                        "#".repeat(full),
                        ".".repeat(BAR - full),
                        left);
    }

    private static String left(Scene scene, double fraction) {
        if (fraction < WORTH_GUESSING || fraction >= 1) {
            return "";
        }
        double millis = scene.spend().wall().toMillis() * (1 - fraction) / fraction;
        return "  about " + Figures.time(Duration.ofMillis(Math.round(millis))) + " left";
    }

    /// How much of the limit closest to being reached is used: `1,840 of 5,000 evaluations`.
    private static String used(Scene scene) {
        return switch (scene.budget().tightest(scene.spend())) {
            case Limit.Evaluations(long count) ->
                    of(scene.spend().evaluations(), count, "evaluations");
            case Limit.Wall(Duration time) -> of(scene.spend().wall(), time, "s");
            case Limit.Cpu(Duration time) -> of(scene.spend().cpu(), time, "CPU s");
            case Limit.Money(var amount) ->
                    "%s of %s USD"
                            .formatted(
                                    Figures.money(scene.spend().money().amount()),
                                    Figures.money(amount.amount()));
            case Limit.Tokens(long count) ->
                    "%s of %s tokens"
                            .formatted(
                                    Figures.tokens(scene.spend().tokens()), Figures.tokens(count));
        };
    }

    private static String of(long used, long limit, String unit) {
        return "%s of %s %s".formatted(Figures.count(used), Figures.count(limit), unit);
    }

    private static String of(Duration used, Duration limit, String unit) {
        return of(used.toSeconds(), limit.toSeconds(), unit);
    }

    private static String outcome(Scene scene) {
        Outcomes outcomes = scene.outcomes();
        String causes =
                outcomes.causes().entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .limit(CAUSES)
                        .map(cause -> Figures.count(cause.getValue()) + " " + cause.getKey())
                        .collect(Collectors.joining(", "));
        return "%s%s scored   %s turned away   %s failed%s"
                .formatted(
                        label("outcome"),
                        Figures.count(outcomes.scored()),
                        Figures.count(outcomes.turnedAway()),
                        Figures.count(outcomes.failed()),
                        causes.isEmpty() ? "" : "   (" + causes + ")");
    }

    /// Each rung's part of the evaluations so far, and what the calls of models came to.
    private static String rungs(Scene scene, String between, String end) {
        double all = scene.rungs().values().stream().mapToLong(Spend::evaluations).sum();
        String shares =
                scene.rungs().entrySet().stream()
                        .map(rung -> rung.getKey() + " " + percent(rung.getValue(), all))
                        .collect(Collectors.joining(between));
        return "%s%s%s USD, %s tokens"
                .formatted(
                        shares,
                        end,
                        Figures.money(scene.spend().money().amount()),
                        Figures.tokens(scene.spend().tokens()));
    }

    private static long percent(Spend rung, double all) {
        return all == 0 ? 0 : Math.round(100 * rung.evaluations() / all);
    }

    /// Who is asked from now on, and what that is expected to bring.
    private static List<String> law(Scene scene) {
        Prospect prospect = scene.prospect();
        if (prospect.beliefs().isEmpty()) {
            return List.of();
        }
        String shares =
                prospect.beliefs().stream()
                        .map(belief -> belief.rung() + " " + Math.round(100 * belief.share()))
                        .collect(Collectors.joining("%  ", "", "%"));
        Forecast next = prospect.next();
        String buys = next == null ? "" : "   next " + tenth() + " " + improvements(next);
        return List.of(label("law") + shares + buys);
    }

    private static String tenth() {
        return Math.round(100 * Prospect.PART) + "%:";
    }

    private static String improvements(Forecast next) {
        Band band = next.improvements();
        return "%s-%s improvements"
                .formatted(
                        Figures.count(Math.round(band.low())),
                        Figures.count(Math.round(band.high())));
    }

    private static String pace(Scene scene) {
        double seconds = scene.spend().wall().toMillis() / 1000.0;
        long rate = seconds > 0 ? Math.round(scene.spend().evaluations() / seconds) : 0;
        return "%s%s evaluations/s   %s"
                .formatted(label("pace"), Figures.count(rate), scene.heading().place());
    }

    private static String label(String name) {
        return String.format(Locale.ROOT, "%-9s", name);
    }

    private static String cut(String line, int room) {
        return line.length() <= room ? line : line.substring(0, room - 1) + "…";
    }
}
