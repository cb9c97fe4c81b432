package dev.tradewind.sandbox;

import java.nio.file.Path;

/// A folder or file of this machine, shown to a sandboxed command.
///
/// @param source absolute, as it is here
/// @param target absolute, as the command sees it
/// @param writable whether the command may change it
public record Mount(Path source, String target, boolean writable) {

    public static Mount readOnly(Path source, String target) {
        return new Mount(source, target, false);
    }

    public static Mount writable(Path source, String target) {
        return new Mount(source, target, true);
    }
}
