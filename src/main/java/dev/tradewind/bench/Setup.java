package dev.tradewind.bench;

import dev.tradewind.sandbox.Isolation;

import java.nio.file.Path;
import java.util.List;

/// What measurements are given.
///
/// @param task folder of the bin-packing task
/// @param budget of each search, as people write it: `60 s`
/// @param isolation candidates are run in
public record Setup(Path task, String budget, Isolation isolation) {

    List<String> toArguments() {
        return List.of(task.toString(), budget, isolation.name());
    }

    static Setup of(List<String> arguments) {
        return new Setup(
                Path.of(arguments.get(0)), arguments.get(1), Isolation.valueOf(arguments.get(2)));
    }
}
