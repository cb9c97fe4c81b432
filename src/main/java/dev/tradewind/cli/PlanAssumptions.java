package dev.tradewind.cli;

import dev.tradewind.budget.Limit;
import dev.tradewind.budget.Usage;
import dev.tradewind.campaign.BudgetReader;
import dev.tradewind.law.sampling.Accelerator;
import dev.tradewind.law.sampling.Tokens;

import picocli.CommandLine.Option;

import java.util.List;
import java.util.Map;

/// What a plan takes for granted of proposals and evaluations, before any was made.
final class PlanAssumptions {

    /// Assumed: operations per second of a processor core at work.
    private static final double CORE_FLOPS = 2e10;

    private static final double HOUR = 3_600;

    @Option(
            names = "--evaluation-cost",
            paramLabel = "<amount>",
            description =
                    "Of one proposal: '2 CPU s' or '0.001 USD', 0 for none; default, assumed:"
                            + " ${DEFAULT-VALUE}.",
            defaultValue = "1 CPU s")
    private String evaluation = "";

    @Option(
            names = "--cpu-price",
            paramLabel = "<USD>",
            description = "Of an hour of one core; default, assumed: ${DEFAULT-VALUE}.",
            defaultValue = "0.05")
    private double cpuPrice;

    @Option(
            names = "--input-tokens",
            paramLabel = "<count>",
            description = "Read for one proposal; default, assumed: ${DEFAULT-VALUE}.",
            defaultValue = "4000")
    private long input;

    @Option(
            names = "--cached-tokens",
            paramLabel = "<count>",
            description = "Of these, read before; default, assumed: ${DEFAULT-VALUE}.",
            defaultValue = "2000")
    private long cached;

    @Option(
            names = "--output-tokens",
            paramLabel = "<count>",
            description = "Written for one proposal; default, assumed: ${DEFAULT-VALUE}.",
            defaultValue = "1000")
    private long output;

    /// @throws UsageException for numbers that cannot be
    void check() {
        if (!(cpuPrice > 0) || Double.isInfinite(cpuPrice)) {
            throw new UsageException(
                    "--cpu-price: an hour costs more than 0 USD, not %s.".formatted(cpuPrice));
        }
        if (input < 0 || output < 0 || cached < 0 || cached > input) {
            throw new UsageException(
                    ("--input-tokens, --cached-tokens, --output-tokens: %d read, %d of them before,"
                                    + " and %d written cannot be.")
                            .formatted(input, cached, output));
        }
    }

    Usage usage() {
        return new Usage(input, cached, output, 0);
    }

    private Tokens tokens() {
        return new Tokens(input, input == 0 ? 0 : (double) cached / input, output);
    }

    /// Seconds a proposal of a model takes, on the machine that is assumed.
    double seconds(double parameters) {
        return Accelerator.ASSUMED.seconds(parameters, tokens());
    }

    double flop(double parameters) {
        return tokens().flop(parameters);
    }

    /// Cost of an evaluation, by unit.
    ///
    /// @throws UsageException when it is written in a way nobody can read
    Map<PlanUnit, Double> evaluation() {
        double seconds = evaluationSeconds();
        return Map.of(
                PlanUnit.USD, seconds / HOUR * cpuPrice,
                PlanUnit.SECONDS, seconds,
                PlanUnit.FLOP, seconds * CORE_FLOPS);
    }

    private double evaluationSeconds() {
        if (evaluation.strip().matches("0+(\\.0*)?( .*)?")) {
            return 0;
        }
        try {
            List<Limit> limits = BudgetReader.parse(evaluation).limits();
            return switch (limits.getFirst()) {
                case Limit.Cpu(var time) -> time.toMillis() / 1e3;
                case Limit.Wall(var time) -> time.toMillis() / 1e3;
                case Limit.Money(var amount) -> amount.amount().doubleValue() / cpuPrice * HOUR;
                case Limit.Evaluations _, Limit.Tokens _ ->
                        throw new IllegalArgumentException(
                                "\"%s\" is no cost of an evaluation. Maybe you meant \"2 CPU s\"."
                                        .formatted(evaluation));
            };
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--evaluation-cost: " + wrong.getMessage());
        }
    }

    /// All of it in words, a sentence each.
    List<String> sentences() {
        return List.of(
                "a proposal reads %d tokens, %d of them read before, and writes %d"
                        .formatted(input, cached, output),
                "an evaluation costs %s, a core %s USD an hour and does 2E+10 FLOP a second"
                        .formatted(evaluation, cpuPrice),
                "a model runs on one H100 at half its speed, 8-bit weights, 16 answers at a time");
    }
}
