package dev.tradewind.cli;

import dev.tradewind.law.training.LossLaw;
import dev.tradewind.law.training.Quality;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/// How good the model is to be: exactly one of two options.
final class QualityOptions {

    @Option(
            names = "--quality-of",
            paramLabel = "<parameters>",
            description =
                    "As good as a model of so many parameters that was trained with the tokens"
                            + " best for training alone, such as 30e9.")
    private @Nullable Double parameters;

    @Option(
            names = "--loss",
            paramLabel = "<nats>",
            description = "As good as this loss in nats per token.")
    private @Nullable Double loss;

    /// The loss it means under a law.
    double loss(LossLaw law) {
        Double model = parameters;
        Double value = loss;
        if (model != null && value == null) {
            return Wrong.use("--quality-of", () -> new Quality.OfModel(model).loss(law));
        }
        if (value != null && model == null) {
            return Wrong.use("--loss", () -> new Quality.OfLoss(value).loss(law));
        }
        throw new UsageException(
                "Say how good the model is to be, once: --quality-of 30e9 or --loss 2.0.");
    }
}
