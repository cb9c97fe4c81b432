package dev.tradewind.cli;

import dev.tradewind.law.training.Preset;

import picocli.CommandLine.Option;

import java.util.List;
import java.util.function.Supplier;

/// Which published constants count, for commands about training.
final class ConstantsOption {

    @Option(
            names = "--constants",
            paramLabel = "<name>",
            description =
                    "Constants of the loss law: sardana, hoffmann, hoffmann-tex or besiroglu;"
                            + " default: all of them side by side, for they disagree.")
    private String name = "";

    /// The name as it was given; empty when all are meant.
    String name() {
        return name;
    }

    /// One, or all when none is named.
    List<Preset> presets() {
        return name.isEmpty() ? Preset.ALL : List.of(checked(() -> Preset.named(name)));
    }

    /// One document of answers under each of [#presets()]: the answer itself where one is meant.
    Object document(List<?> answers) {
        return name.isEmpty() ? SpreadDocument.of(answers) : answers.getFirst();
    }

    private static Preset checked(Supplier<Preset> named) {
        return Wrong.use("--constants", named);
    }
}
