package dev.tradewind.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A process and its descendants, as they were when looked at: a wrapper such as bubblewrap first,
/// the JVM it started after it.
record ProcessTree(List<ProcessHandle> processes) {

    private static final long PAGE = 4096;
    private static final String PROPORTIONAL = "Pss:";

    /// `USER_HZ`, in which the kernel counts towards programs, is 100 on Linux.
    private static final long TICK = 10_000_000;

    private static final int MOST = 10_000;
    private static final Path CHILDREN = Path.of("/proc/thread-self/children");

    static ProcessTree of(Process root) {
        return new ProcessTree(
                Stream.concat(Stream.of(root.toHandle()), root.descendants()).toList());
    }

    /// The same, asked of the kernel process by process: cheap enough for every few milliseconds,
    /// where it tells.
    static ProcessTree now(Process root) {
        List<ProcessHandle> found = new ArrayList<>(List.of(root.toHandle()));
        try {
            for (int at = 0; at < found.size() && found.size() < MOST; at++) {
                addChildren(found.get(at).pid(), found);
            }
            return new ProcessTree(List.copyOf(found));
        } catch (NoSuchFileException _) {
            return Files.exists(CHILDREN) ? new ProcessTree(List.copyOf(found)) : of(root);
        } catch (IOException | UncheckedIOException _) {
            return new ProcessTree(List.copyOf(found));
        }
    }

    private static void addChildren(long pid, List<ProcessHandle> found) throws IOException {
        try (DirectoryStream<Path> threads =
                Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path thread : threads) {
                String children = Files.readString(thread.resolve("children"));
                for (String child : children.strip().split(" ", -1)) {
                    if (!child.isEmpty()) {
                        ProcessHandle.of(Long.parseLong(child)).ifPresent(found::add);
                    }
                }
            }
        }
    }

    /// Processor time of all of them and of those of their children that have ended, in
    /// nanoseconds.
    long cpuWithEnded() {
        return cpu() + processes.stream().mapToLong(ProcessTree::ofEnded).sum();
    }

    private static long ofEnded(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 16);
            return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * TICK;
        } catch (IOException | StringIndexOutOfBoundsException _) {
            return 0;
        }
    }

    /// Processor time of all of them, in nanoseconds.
    long cpu() {
        return processes.stream().mapToLong(CpuClock::nanos).sum();
    }

    /// Resident memory of all of them; 0 where the system does not tell.
    Bytes resident() {
        return new Bytes(processes.stream().mapToLong(ProcessTree::resident).sum());
    }

    /// The same, pages that several of them share counted once: a process and its forks share
    /// nearly all they have. Dear to ask; what a process does not tell counts whole.
    Bytes proportional() {
        return new Bytes(processes.stream().mapToLong(ProcessTree::proportional).sum());
    }

    private static long proportional(ProcessHandle process) {
        Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try (Stream<String> lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith(PROPORTIONAL))
                    .mapToLong(line -> kibi(line.substring(PROPORTIONAL.length())))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException _) {
            return resident(process);
        }
    }

    /// @param amount such as ` 1234 kB`
    private static long kibi(String amount) {
        return Long.parseLong(amount.replace("kB", "").strip()) << 10;
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
