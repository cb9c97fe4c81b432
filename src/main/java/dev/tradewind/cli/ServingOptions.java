package dev.tradewind.cli;

import dev.tradewind.law.training.CostUnit;
import dev.tradewind.law.training.Demand;
import dev.tradewind.law.training.Hardware;
import dev.tradewind.law.training.Utilisation;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/// How much a model will be used, and what use costs beside training.
final class ServingOptions {

    @Option(
            names = "--demand",
            paramLabel = "<tokens>",
            description = "Tokens read and written over the model's life, such as 1e13.")
    private @Nullable Double demand;

    @Option(
            names = "--requests",
            paramLabel = "<number>",
            description = "Instead of --demand: requests over its life.")
    private @Nullable Double requests;

    @Option(
            names = "--input-tokens",
            paramLabel = "<number>",
            description = "Tokens read for a request; divides --demand.")
    private @Nullable Double input;

    @Option(
            names = "--output-tokens",
            paramLabel = "<number>",
            description = "Tokens written for a request; divides --demand.")
    private @Nullable Double output;

    @Option(
            names = "--price-ratio",
            paramLabel = "<number>",
            description =
                    "Price of an hour of a machine of use, in that of a machine of training: counts"
                            + " dollars instead of FLOP.")
    private @Nullable Double priceRatio;

    @Option(
            names = "--peak-ratio",
            paramLabel = "<number>",
            description =
                    "Peak rate of a machine of use, in that of a machine of training; default: 2,"
                            + " assumed: 8-bit arithmetic doubles it.")
    private @Nullable Double peakRatio;

    @Option(
            names = "--mfu-train",
            paramLabel = "<share>",
            description = "Share of the peak that training uses; default: 0.5, published.")
    private @Nullable Double training;

    @Option(
            names = "--mfu-prefill",
            paramLabel = "<share>",
            description = "Share of the peak that reading uses; default: 0.5, published.")
    private @Nullable Double prefill;

    @Option(
            names = "--mfu-decode",
            paramLabel = "<share>",
            description = "Share of the peak that writing uses; default: 0.01, published.")
    private @Nullable Double decode;

    /// The units that what was given allows to count in; the last is the one that is asked for.
    Set<CostUnit> units() {
        if (Stream.of(priceRatio, peakRatio, training, prefill, decode).allMatch(this::missing)) {
            return EnumSet.of(CostUnit.FLOP);
        }
        if (missing(input) || missing(output)) {
            throw new UsageException(
                    "Seconds and dollars of use differ between reading and writing: give"
                            + " --input-tokens and --output-tokens of a request, such as 70 and"
                            + " 215.");
        }
        return missing(priceRatio)
                ? EnumSet.of(CostUnit.FLOP, CostUnit.SECONDS)
                : EnumSet.allOf(CostUnit.class);
    }

    private boolean missing(@Nullable Double value) {
        return value == null;
    }

    Demand demand() {
        return Wrong.use(place(), this::tokens);
    }

    private String place() {
        if (missing(demand) == missing(requests)) {
            throw new UsageException(
                    "Say how much the model will be used, once: --demand 1e13 or --requests 1.5e9.");
        }
        return missing(demand) ? "--requests" : "--demand";
    }

    private Demand tokens() {
        Demand request = new Demand(or(input, 0), or(output, 0));
        if (requests != null) {
            return Demand.ofRequests(requests, divided(request));
        }
        double tokens = or(demand, 0);
        return missing(input) && missing(output)
                ? new Demand(tokens, 0)
                : Demand.ofTokens(tokens, divided(request));
    }

    private Demand divided(Demand request) {
        if (request.total() == 0) {
            throw new UsageException(
                    "A request has tokens: give --input-tokens and --output-tokens, such as 70 and"
                            + " 215.");
        }
        return request;
    }

    Hardware hardware() {
        Utilisation usual = Utilisation.SARDANA;
        return Wrong.use(
                "Machines",
                () ->
                        new Hardware(
                                or(priceRatio, 1),
                                or(peakRatio, Hardware.INT8),
                                new Utilisation(
                                        or(training, usual.training()),
                                        or(prefill, usual.prefill()),
                                        or(decode, usual.decode()))));
    }

    private static double or(@Nullable Double value, double otherwise) {
        return value == null ? otherwise : value;
    }

    /// What was assumed of the machines, for people.
    String assumed() {
        Hardware machines = hardware();
        Utilisation share = machines.utilisation();
        String price = missing(priceRatio) ? "" : ", price ratio " + machines.priceRatio();
        return "utilisation %s in training, %s in prefill, %s in decode; peak ratio %s%s"
                .formatted(
                        share.training(),
                        share.prefill(),
                        share.decode(),
                        machines.peakRatio(),
                        price);
    }
}
