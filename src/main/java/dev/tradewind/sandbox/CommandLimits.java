package dev.tradewind.sandbox;

/// What one command, with everything it starts, may use.
///
/// @param deadline of the whole family of processes
/// @param memory resident, of all of them together
/// @param output bytes on standard output
/// @param disk bytes of one file, unless none can be but in memory, and of `/tmp` altogether
/// @param processes at the same time, threads counted, 1 or more
public record CommandLimits(
        Deadline deadline, Bytes memory, Bytes output, Bytes disk, int processes) {

    public CommandLimits {
        if (processes < 1) {
            throw new IllegalArgumentException("a command is one process at least: " + processes);
        }
    }
}
