package dev.tradewind.proposer.chat;

import dev.tradewind.proposer.ProviderRefused;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvException;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The keys at hand: those of the environment, then those of a `.env` file.
public final class Keys {

    private static final String FILE = ".env";

    private final Map<String, String> known;
    private final Path file;

    private Keys(Map<String, String> known, Path file) {
        this.known = known;
        this.file = file;
    }

    /// Those of an environment and of the `.env` in a folder, if there is one.
    ///
    /// @throws ProviderRefused when the file cannot be understood
    public static Keys of(Map<String, String> environment, Path folder) {
        Path file = folder.resolve(FILE).toAbsolutePath().normalize();
        Map<String, String> known = new HashMap<>(declared(file));
        environment.forEach((name, value) -> known.merge(name, value, Keys::firstSet));
        return new Keys(known, file);
    }

    private static String firstSet(String declared, String set) {
        return set.isBlank() ? declared : set;
    }

    /// Whether a variable holds a key, or none is wanted.
    public boolean has(String variable) {
        return variable.isEmpty() || !known.getOrDefault(variable, "").isBlank();
    }

    /// The key a variable holds.
    ///
    /// @param variable empty when none is wanted
    /// @throws ProviderRefused when it holds none
    public Key key(String variable) {
        if (variable.isEmpty()) {
            return Key.NONE;
        }
        if (!has(variable)) {
            throw new ProviderRefused(
                    "%s: not set, neither in the environment nor in %s.".formatted(variable, file)
                            + " Maybe add the line \"%s=...\" to that file.".formatted(variable));
        }
        try {
            return Key.of(known.getOrDefault(variable, ""));
        } catch (IllegalArgumentException unsendable) {
            throw new ProviderRefused(
                    "%s: %s. Maybe it was copied with something around it."
                            .formatted(variable, unsendable.getMessage()));
        }
    }

    private static Map<String, String> declared(Path file) {
        Map<String, String> declared = new HashMap<>();
        try {
            Dotenv.configure()
                    .directory(file.resolveSibling("").toString())
                    .ignoreIfMissing()
                    .load()
                    .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
                    .forEach(entry -> declared.put(entry.getKey(), entry.getValue()));
        } catch (DotenvException _) {
            // its message repeats the line, and with it the key
            throw new ProviderRefused(
                    "%s: holds a line that is no NAME=value. Maybe a # is missing before it."
                            .formatted(file));
        }
        return declared;
    }
}
