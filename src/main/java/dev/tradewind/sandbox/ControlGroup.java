package dev.tradewind.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A control group of this process's own, for one command at a time: the kernel counts what all of
/// the command's processes use together, and bounds it, where this user may make such groups.
///
/// Both versions of the kernel's interface are spoken (`cgroups(7)`): in the first each controller
/// has a tree of its own, in the second one tree has what its owner enabled in it.
///
/// @param folders of this group, one for each tree it is in; empty where there is none
/// @param joined file below each folder that a process writes its number into to belong to it
record ControlGroup(List<Path> folders, String joined) {

    static final ControlGroup NONE = new ControlGroup(List.of(), "");

    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final Path OWN = Path.of("/proc/self/cgroup");
    private static final List<String> CONTROLLERS = List.of("pids", "memory", "cpuacct");
    private static final String FIRST = "tasks";
    private static final String SECOND = "cgroup.procs";

    ControlGroup {
        folders = List.copyOf(folders);
    }

    /// Makes a group below the one this process is in.
    ///
    /// @return [#NONE] where that is not allowed
    static ControlGroup make(String name) {
        return make(ROOT, name);
    }

    static ControlGroup make(Path root, String name) {
        if (Files.exists(root.resolve("cgroup.controllers"))) {
            return made(List.of(below(root, "0::")), name, SECOND);
        }
        return made(
                CONTROLLERS.stream()
                        .filter(controller -> Files.isDirectory(root.resolve(controller)))
                        .map(controller -> below(root.resolve(controller), controller))
                        .toList(),
                name,
                FIRST);
    }

    private static ControlGroup made(List<Path> parents, String name, String joined) {
        List<Path> folders = new ArrayList<>();
        for (Path parent : parents) {
            Path folder = parent.resolve(name);
            try {
                Files.createDirectory(folder);
                folders.add(folder);
            } catch (IOException _) {
                // Not allowed in this tree: the watch does what its controller would have done.
            }
        }
        List<Path> writable =
                folders.stream()
                        .filter(folder -> Files.isWritable(folder.resolve(joined)))
                        .toList();
        return new ControlGroup(writable, joined);
    }

    /// This process's own group in a tree.
    ///
    /// @param mark of the tree, see [#own]
    private static Path below(Path tree, String mark) {
        try {
            Path folder = tree.resolve(own(Files.readAllLines(OWN), mark));
            return Files.isDirectory(folder) ? folder : tree;
        } catch (IOException _) {
            return tree;
        }
    }

    /// The path of this process's group below the root of a tree; empty where it is that root.
    ///
    /// @param lines as in `/proc/self/cgroup`: number, controllers and path, colons between them
    /// @param mark a controller of the tree, or `0::` for the second version's
    static String own(List<String> lines, String mark) {
        return lines.stream()
                .filter(line -> line.startsWith(mark) || named(line, mark))
                .map(line -> line.substring(line.indexOf('/') + 1))
                .findFirst()
                .orElse("");
    }

    private static boolean named(String line, String controller) {
        String[] parts = line.split(":", 3);
        return parts.length == 3 && List.of(parts[1].split(",", -1)).contains(controller);
    }

    /// What a process writes its number into, to belong to the group.
    List<Path> doors() {
        return folders.stream().map(folder -> folder.resolve(joined)).toList();
    }

    /// Whether the kernel bounds memory.
    boolean boundsMemory() {
        return file("memory.limit_in_bytes").or(() -> file("memory.max")).isPresent();
    }

    /// Whether the kernel bounds the number of processes.
    boolean boundsProcesses() {
        return file("pids.max").isPresent();
    }

    void limit(Bytes memory, int processes) {
        file("memory.limit_in_bytes")
                .or(() -> file("memory.max"))
                .ifPresent(file -> write(file, Long.toString(memory.count())));
        file("pids.max").ifPresent(file -> write(file, Integer.toString(processes)));
    }

    /// Whether the kernel tells processor time.
    boolean countsTime() {
        return file("cpuacct.usage").or(() -> file("cpu.stat")).isPresent();
    }

    /// Nanoseconds of processor time used so far, by all commands of the past too.
    long cpu() {
        return file("cpuacct.usage")
                .map(file -> Long.parseLong(read(file).strip()))
                .or(() -> file("cpu.stat").map(file -> entry(file, "usage_usec") * 1_000))
                .orElse(0L);
    }

    /// Processes the kernel killed for memory so far.
    long killedForMemory() {
        return file("memory.oom_control")
                .or(() -> file("memory.events"))
                .map(file -> entry(file, "oom_kill"))
                .orElse(0L);
    }

    /// Takes the group away; its processes must have ended.
    void remove() {
        for (Path folder : folders) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException _) {
                // An empty group left behind harms nobody and goes with the machine.
            }
        }
    }

    private Optional<Path> file(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .findFirst();
    }

    private static long entry(Path file, String key) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(key + " "))
                .mapToLong(line -> Long.parseLong(line.substring(key.length() + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new SandboxException("a control group cannot be read: " + e, e);
        }
    }

    private static void write(Path file, String value) {
        try {
            Files.writeString(file, value);
        } catch (IOException e) {
            throw new SandboxException("a control group cannot be bounded: " + e, e);
        }
    }
}
