package dev.tradewind.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A process and its descendants, as they were when looked at: a wrapper such as bubblewrap first,
/// the JVM it started after it.
record ProcessTree(List<ProcessHandle> processes) {

    private static final long PAGE = 4096;

    static ProcessTree of(Process root) {
        return new ProcessTree(
                Stream.concat(Stream.of(root.toHandle()), root.descendants()).toList());
    }

    /// Processor time of all of them, in nanoseconds.
    long cpu() {
        return processes.stream().mapToLong(CpuClock::nanos).sum();
    }

    /// Resident memory of all of them; 0 where the system does not tell.
    Bytes resident() {
        return new Bytes(processes.stream().mapToLong(ProcessTree::resident).sum());
    }

    /// Whether the first is a wrapper around others.
    boolean wrapped() {
        return processes.size() > 1;
    }

    void kill() {
        processes.forEach(ProcessHandle::destroyForcibly);
    }

    /// Kills all but a wrapper: it then reaps its child and leaves by itself. Killed together with
    /// its child it would leave a zombie to the machine's first process.
    void killInside() {
        processes.stream().skip(wrapped() ? 1 : 0).forEach(ProcessHandle::destroyForcibly);
    }

    private static long resident(ProcessHandle process) {
        try {
            String[] pages =
                    Files.readString(Path.of("/proc", Long.toString(process.pid()), "statm"))
                            .split(" ", 3);
            return Long.parseLong(pages[1]) * PAGE;
        } catch (IOException _) {
            return 0;
        }
    }
}
