package dev.tradewind.sandbox;

import java.util.List;

/// A command to be run in a process of its own.
///
/// @param words a program, found on the command's own search path, and its arguments
/// @param folder where it runs, as it sees it
/// @param mounts what it sees besides the system's programs and libraries
/// @param path folders searched for programs before the system's own, as the command sees them
/// @param limits what it may use
public record SandboxedCommand(
        List<String> words,
        String folder,
        List<Mount> mounts,
        List<String> path,
        CommandLimits limits) {

    public SandboxedCommand {
        words = List.copyOf(words);
        mounts = List.copyOf(mounts);
        path = List.copyOf(path);
    }
}
