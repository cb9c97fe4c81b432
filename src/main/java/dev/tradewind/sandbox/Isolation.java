package dev.tradewind.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How a child process is kept from the rest of the machine, strongest first.
///
/// Whatever the rung, the child starts with an empty environment, under the limits of its
/// [Deadline] and of [Child], and ends with the process that started it.
public enum Isolation {
    /// No network, no other process, no file but the libraries it runs on, nothing to write to.
    BUBBLEWRAP(
            "no network, sees no other process, reads only its own libraries, writes nowhere",
            "Install bubblewrap (apt-get install bubblewrap, dnf install bubblewrap) and allow"
                    + " unprivileged user namespaces."),

    /// No network and no other process. Files stay as open to Java as they are to the user; other
    /// candidates are shown theirs ([CommandRunner]). System calls are not filtered: no tool that
    /// is everywhere can lay a filter from outside.
    NAMESPACES(
            "no network, sees no other process, no filter of system calls; files are protected by"
                    + " the guard alone, except from candidates that are not in Java",
            "Install util-linux (unshare) and allow unprivileged user namespaces."),

    /// A process of its own, and nothing else: for candidates the guard has checked.
    PROCESS(
            "a separate process only; network and files are protected by the guard alone",
            "Run on a Java 25 with its own bin/java.");

    private static final String DEATH_WITH_PARENT = "--pdeathsig";
    private static final String NOBODY = "65534";

    private final String promise;
    private final String remedy;

    Isolation(String promise, String remedy) {
        this.promise = promise;
        this.remedy = remedy;
    }

    /// The rung of this name.
    ///
    /// @param name as [#toString] gives it, in any case
    /// @throws IllegalArgumentException when there is none; the message lists what there is
    public static Isolation named(String name) {
        return Arrays.stream(values())
                .filter(rung -> rung.toString().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no isolation is called \"%s\"; there are: %s"
                                                .formatted(name, names())));
    }

    /// What it keeps from a child, in words for a report.
    public String promise() {
        return promise;
    }

    /// What to do where it does not work.
    public String remedy() {
        return remedy;
    }

    /// The command line that runs a command in this isolation.
    ///
    /// @param command an absolute path and its arguments
    /// @param readOnly files and folders the command reads, besides the system's libraries
    public List<String> wrap(List<String> command, List<Path> readOnly) {
        return undisturbed(
                switch (this) {
                    case BUBBLEWRAP -> bubblewrap(command, readOnly);
                    case NAMESPACES -> namespaces(command);
                    case PROCESS -> dyingWithParent(command);
                });
    }

    /// Whether everything a child ever started dies when the child does.
    boolean endsDescendants() {
        return this != PROCESS;
    }

    /// The name used on the command line and in reports: `bubblewrap`, `namespaces`, `process`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String names() {
        return Arrays.stream(values()).map(Isolation::toString).collect(Collectors.joining(", "));
    }

    /// A terminal sends Ctrl-C to every process started from it; what a child is at must be
    /// finished all the same. What is ignored stays ignored in all that is started from here on.
    private static List<String> undisturbed(List<String> command) {
        String deaf = "trap '' INT QUIT; exec \"$0\" -i \"$@\"";
        List<String> line = new ArrayList<>(List.of(Tool.path("sh"), "-c", deaf, Tool.path("env")));
        line.addAll(command);
        return List.copyOf(line);
    }

    /// The command is process 1 of its namespace, so that nothing stands between it and the wrapper
    /// that reaps it. There is no `/tmp`: the JVM needs none, and a file system without one
    /// writable place can not be filled.
    private static List<String> bubblewrap(List<String> command, List<Path> readOnly) {
        List<String> line = new ArrayList<>(List.of(Tool.path("bwrap")));
        line.addAll(List.of("--unshare-all", "--die-with-parent", "--new-session", "--as-pid-1"));
        line.addAll(List.of("--clearenv", "--cap-drop", "ALL", "--uid", NOBODY, "--gid", NOBODY));
        for (String folder : List.of("/usr/lib", "/usr/lib64", "/lib", "/lib64")) {
            line.addAll(library(Path.of(folder)));
        }
        for (Path path : readOnly) {
            line.addAll(List.of("--ro-bind", path.toString(), path.toString()));
        }
        line.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"));
        line.addAll(List.of("--remount-ro", "/", "--chdir", "/", "--"));
        line.addAll(command);
        return List.copyOf(line);
    }

    static List<String> library(Path folder) {
        try {
            return Files.isSymbolicLink(folder)
                    ? List.of(
                            "--symlink",
                            Files.readSymbolicLink(folder).toString(),
                            folder.toString())
                    : List.of("--ro-bind-try", folder.toString(), folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> namespaces(List<String> command) {
        List<String> line = new ArrayList<>(List.of(Tool.path("unshare")));
        line.addAll(List.of("-Urpfn", "--ipc", "--uts", "--mount-proc", "--kill-child"));
        if (Privileges.settable()) {
            line.addAll(List.of(Tool.path("setpriv"), "--no-new-privs"));
            line.addAll(List.of("--inh-caps=-all", "--bounding-set=-all"));
        }
        line.addAll(command);
        return dyingWithParent(line);
    }

    /// A child also leaves when its input ends ([ServiceMain]); this does not depend on the child.
    private static List<String> dyingWithParent(List<String> command) {
        if (!Privileges.settable()) {
            return command;
        }
        List<String> line = new ArrayList<>(List.of(Tool.path("setpriv")));
        line.addAll(List.of(DEATH_WITH_PARENT, "KILL", "--no-new-privs"));
        line.addAll(command);
        return List.copyOf(line);
    }

    /// Whether the `setpriv` here can tie a process to its parent; some small systems' can not.
    private static final class Privileges {

        private static final boolean SETTABLE =
                Trial.of(List.of(Tool.path("setpriv"), DEATH_WITH_PARENT, "KILL", "true")).works();

        static boolean settable() {
            return SETTABLE;
        }
    }
}
