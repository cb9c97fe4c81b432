package dev.tradewind.evaluation;

import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;

/// What a scorer may build its instances from.
///
/// @param random a stream of the run's seed, its own for each split
/// @param folder the task's folder, for files in `data/` and `hidden/`
/// @param parameters the task's parameters as the campaign set them, such as `family: weibull`
public record Material(RandomGenerator random, Path folder, Map<String, String> parameters) {

    public Material {
        parameters = Map.copyOf(parameters);
    }

    /// The value of a parameter the task declares.
    ///
    /// @throws IllegalArgumentException when the task does not declare it
    public String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "no parameter " + name + " among " + parameters.keySet());
        }
        return value;
    }
}
