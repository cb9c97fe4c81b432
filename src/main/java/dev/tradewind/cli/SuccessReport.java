package dev.tradewind.cli;

import dev.tradewind.law.sampling.Estimate;
import dev.tradewind.law.sampling.Evidence;
import dev.tradewind.law.sampling.Forecast;
import dev.tradewind.law.sampling.SuccessFit;
import dev.tradewind.report.Figures;
import dev.tradewind.report.Plot;
import dev.tradewind.report.Plot.Axis;
import dev.tradewind.report.Plot.Dots;
import dev.tradewind.report.Plot.Line;
import dev.tradewind.report.Plot.Point;
import dev.tradewind.report.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A fit of success by size, as people read it.
final class SuccessReport {

    private static final int STEPS = 60;
    private static final double BEYOND = 3;
    private static final double PERCENT = 100;

    private SuccessReport() {}

    /// @param far whether sizes far from all fitted ones are answered, too
    static List<Forecast> forecasts(SuccessFit fit, List<Double> sizes, boolean far) {
        for (double size : sizes) {
            if (!(size > 0) || Double.isInfinite(size)) {
                throw new UsageException("--at: a size is a number more than 0, not " + size + ".");
            }
            if (!far && fit.farForecast(size).far()) {
                throw new UsageException(
                        ("--at: %s is %.1f orders of magnitude away from the table's sizes, and"
                                        + " beyond 2 a law is no guide. Add --far to see it all the"
                                        + " same.")
                                .formatted(number(size), fit.farForecast(size).decades()));
            }
        }
        return sizes.stream().map(fit::farForecast).toList();
    }

    static List<String> lines(FitDocument document) {
        List<String> lines = new ArrayList<>();
        lines.add("-ln p = e0 + a N^-g, fitted to %d rows".formatted(document.rows()));
        lines.addAll(estimates(document).text());
        lines.add("");
        lines.addAll(forms(document).text());
        lines.add("");
        lines.add(
                "Each size foretold from the others: %s nats better by the law than without it."
                        .formatted(number(document.leaveOneOut().lead())));
        lines.add("rms of ln p: " + number(document.rms()));
        if (!document.forecasts().isEmpty()) {
            lines.add("");
            lines.addAll(forecasts(document).text());
        }
        document.notes().forEach(note -> lines.add("Note: " + note + "."));
        return lines;
    }

    private static Table estimates(FitDocument document) {
        return new Table(
                List.of("number", "value", "95 % low", "95 % high"),
                document.estimates().entrySet().stream()
                        .map(each -> row(each.getKey(), each.getValue()))
                        .toList());
    }

    private static List<String> row(String name, Estimate estimate) {
        return List.of(
                name, number(estimate.value()), number(estimate.low()), number(estimate.high()));
    }

    private static Table forms(FitDocument document) {
        return new Table(
                List.of("form", "largest size", "observed %", "foretold %", "error %"),
                document.forms().stream()
                        .map(
                                form ->
                                        List.of(
                                                form.form(),
                                                number(form.size()),
                                                number(PERCENT * form.observed()),
                                                number(PERCENT * form.predicted()),
                                                Figures.change(PERCENT * form.error(), "%")))
                        .toList());
    }

    private static Table forecasts(FitDocument document) {
        return new Table(
                List.of("size", "success %", "80 % low", "80 % high", ""),
                document.forecasts().stream()
                        .map(
                                each ->
                                        List.of(
                                                number(each.size()),
                                                number(PERCENT * each.success().value()),
                                                number(PERCENT * each.success().low()),
                                                number(PERCENT * each.success().high()),
                                                each.far() ? "far from all sizes fitted" : ""))
                        .toList());
    }

    /// The law with its 80 % band, and what was observed.
    static Plot plot(SuccessFit fit) {
        double least = fit.rows().stream().mapToDouble(Evidence::size).min().orElseThrow();
        double most = fit.rows().stream().mapToDouble(Evidence::size).max().orElseThrow();
        double step = Math.log(most / least * BEYOND * BEYOND) / STEPS;
        List<Point> curve =
                IntStream.rangeClosed(0, STEPS)
                        .mapToDouble(at -> least / BEYOND * Math.exp(at * step))
                        .mapToObj(size -> point(size, fit.farForecast(size).success()))
                        .toList();
        List<Point> seen =
                fit.rows().stream().map(row -> Point.of(row.size(), row.rate())).toList();
        return new Plot(
                "Success by size",
                new Axis("size, in the unit of the table", true),
                new Axis("chance of success", true),
                List.of(new Line("law, 80 % band", curve), new Dots("observed", seen)));
    }

    private static Point point(double size, Estimate success) {
        return new Point(size, success.value(), success.low(), success.high());
    }

    private static String number(double value) {
        return Figures.value(value, "1");
    }
}
