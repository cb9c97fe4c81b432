package dev.tradewind.sandbox;

import java.util.List;
import java.util.Set;

/// A command to be run in a process of its own.
///
/// @param words a program, found on the command's own search path, and its arguments
/// @param folder where it runs, as it sees it
/// @param mounts what it sees besides the system's programs and libraries
/// @param path folders searched for programs before the system's own, as the command sees them
/// @param limits what it may use
/// @param devices hardware it is let at, beyond what every command has
public record SandboxedCommand(
        List<String> words,
        String folder,
        List<Mount> mounts,
        List<String> path,
        CommandLimits limits,
        Set<Device> devices) {

    public SandboxedCommand {
        words = List.copyOf(words);
        mounts = List.copyOf(mounts);
        path = List.copyOf(path);
        devices = Set.copyOf(devices);
    }

    /// A command that needs no hardware of its own.
    public SandboxedCommand(
            List<String> words,
            String folder,
            List<Mount> mounts,
            List<String> path,
            CommandLimits limits) {
        this(words, folder, mounts, path, limits, Set.of());
    }
}
