package dev.tradewind.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one run of a command is put into: the command line that builds the walls, from the outside
/// in: control group and system-call filter by a shell, name spaces and mounts by [Isolation]'s
/// tool, limits of the single process, and a user nobody else is.
///
/// @param filter file with the program of [SeccompFilter]; an empty path for none
/// @param group to belong to
/// @param stage an empty folder of this machine that a new root may be built over
/// @param user number of a user that owns nothing, for this run alone; used only by the superuser,
///   whose number of processes the kernel does not bound
record Enclosure(Path filter, ControlGroup group, Path stage, int user) {

    private static final String SYSTEM_PATH = "/usr/local/bin:/usr/bin:/bin";
    private static final int FILES = 256;
    private static final int ADDRESS_SPACE = 4;

    /// Read-only, where they exist: programs, libraries, headers, and what Debian keeps outside.
    private static final List<String> SYSTEM =
            List.of("/usr", "/nix/store", "/etc/alternatives", "/etc/ld.so.cache");

    /// Links into `/usr` on most systems, folders of their own on others.
    private static final List<String> ROOTS = List.of("/bin", "/sbin", "/lib", "/lib32", "/lib64");

    private static final List<String> DEVICES =
            List.of("null", "zero", "full", "random", "urandom");

    /// The first process of the name space, which ends with the command and then ends all others.
    /// The command is another one: signals it sends itself would not reach a first process. What
    /// the shell has to say of its end is for nobody.
    private static final String FIRST = "exec 8>&2 2>/dev/null; \"$@\" 2>&8 8>&-; exit $?";

    private static final boolean SUPERUSER = superuser();

    List<String> line(Isolation isolation, SandboxedCommand command) {
        return entered(
                switch (isolation) {
                    case BUBBLEWRAP -> bubblewrap(command);
                    case NAMESPACES -> namespaces(command);
                    case PROCESS -> throw new IllegalArgumentException("no walls to build");
                });
    }

    /// A shell that joins the group, opens the filter and is deaf to the terminal's Ctrl-C, and so
    /// is all that it becomes.
    private List<String> entered(List<String> command) {
        StringBuilder script = new StringBuilder("trap '' INT QUIT; ");
        group.doors()
                .forEach(door -> script.append("echo $$ > ").append(quoted(door)).append("; "));
        script.append("exec \"$@\"");
        if (filtered()) {
            script.append(" 9< ").append(quoted(filter));
        }
        List<String> line =
                new ArrayList<>(List.of(Tool.path("sh"), "-c", script.toString(), "sandbox"));
        line.addAll(command);
        return List.copyOf(line);
    }

    private boolean filtered() {
        return !filter.toString().isEmpty();
    }

    private List<String> bubblewrap(SandboxedCommand command) {
        List<String> line = new ArrayList<>(List.of(Tool.path("bwrap")));
        line.addAll(List.of("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"));
        line.addAll(List.of("--unshare-cgroup-try", "--die-with-parent", "--new-session"));
        line.add("--as-pid-1");
        line.addAll(List.of("--cap-drop", "ALL"));
        line.addAll(
                SUPERUSER
                        ? List.of(
                                "--cap-add",
                                "CAP_SETUID",
                                "--cap-add",
                                "CAP_SETGID",
                                "--cap-add",
                                "CAP_SETPCAP")
                        : List.of("--unshare-user", "--uid", "65534", "--gid", "65534"));
        line.add("--clearenv");
        environment(command)
                .forEach(entry -> line.addAll(List.of("--setenv", entry.name, entry.value)));
        if (filtered()) {
            line.addAll(List.of("--seccomp", "9"));
        }
        SYSTEM.forEach(path -> line.addAll(within("--ro-bind-try", path)));
        ROOTS.forEach(root -> line.addAll(Isolation.library(Path.of(root))));
        line.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        hardware(command, Device::nodes)
                .forEach(node -> line.addAll(List.of("--dev-bind", "" + node, "" + node)));
        line.addAll(List.of("--remount-ro", "/dev"));
        shown(command).forEach(path -> line.addAll(within("--ro-bind", "" + path)));
        String room = Long.toString(command.limits().disk().count());
        line.addAll(List.of("--size", room, "--perms", "1777", "--tmpfs", "/tmp"));
        for (Mount mount : command.mounts()) {
            String kind = mount.writable() ? "--bind" : "--ro-bind";
            line.addAll(List.of(kind, mount.source().toString(), mount.target()));
        }
        line.addAll(List.of("--remount-ro", "/", "--chdir", command.folder(), "--"));
        line.addAll(List.of("/bin/sh", "-c", FIRST, "sandbox"));
        line.addAll(limited(command));
        return line;
    }

    /// Bound to the same place. Folders above it that bubblewrap makes on its own would be closed
    /// to a command that runs as somebody else.
    private static List<String> within(String kind, String path) {
        return List.of("--dir", "" + Path.of(path).getParent(), kind, path, path);
    }

    private static Stream<Path> hardware(
            SandboxedCommand command, Function<Device, List<Path>> part) {
        return command.devices().stream().map(part).flatMap(List::stream);
    }

    /// What commands with hardware see besides its nodes.
    private static Stream<Path> shown(SandboxedCommand command) {
        return Stream.concat(
                hardware(command, Device::facts),
                hardware(command, Device::libraries).filter(path -> !path.startsWith("/usr")));
    }

    private List<String> namespaces(SandboxedCommand command) {
        List<String> line = new ArrayList<>(List.of(Tool.path("setpriv"), "--pdeathsig", "KILL"));
        line.addAll(List.of(Tool.path("unshare"), SUPERUSER ? "-mpfn" : "-Umrpfn"));
        line.addAll(List.of("--ipc", "--uts", "--propagation", "private", "--kill-child"));
        line.addAll(List.of(Tool.path("env"), "-i", "PATH=/usr/sbin:/sbin:" + SYSTEM_PATH));
        line.addAll(List.of(Tool.path("sh"), "-c", root(command), "sandbox"));
        line.addAll(List.of(Tool.path("env"), "-i"));
        environment(command).forEach(entry -> line.add(entry.name + "=" + entry.value));
        line.addAll(limited(command));
        return line;
    }

    /// Builds a root that holds only what the command may see, moves into it, and runs the command.
    private String root(SandboxedCommand command) {
        List<String> script =
                new ArrayList<>(List.of("set -e", "umask 022", "cd " + quoted(stage)));
        script.add("mount -t tmpfs -o size=1m,mode=755 none .");
        script.add("cd " + quoted(stage));
        Stream.concat(SYSTEM.stream(), ROOTS.stream())
                .map(Path::of)
                .filter(Files::exists)
                .forEach(path -> script.add(shown(path)));
        script.add("mkdir proc dev tmp old");
        script.add("mount -t proc proc proc");
        DEVICES.forEach(
                name ->
                        script.add(
                                "touch dev/%1$s; mount --bind /dev/%1$s dev/%1$s".formatted(name)));
        hardware(command, Device::nodes).map(Enclosure::opened).forEach(script::add);
        shown(command).map(path -> shown(Mount.readOnly(path, "" + path))).forEach(script::add);
        script.add(
                "mount -t tmpfs -o mode=1777,nosuid,nodev,size=%d none tmp"
                        .formatted(command.limits().disk().count()));
        command.mounts().forEach(mount -> script.add(shown(mount)));
        script.add("pivot_root . old; cd /; umount -l old; rmdir old");
        script.add("mount -o remount,ro none /");
        script.add("cd " + quoted(Path.of(command.folder())));
        script.add("set +e");
        script.add(FIRST);
        return String.join("\n", script);
    }

    /// A node that can be used, unlike what is in folders that are shown.
    private static String opened(Path node) {
        return "%s .%2$s; mount --rbind %2$s .%2$s"
                .formatted(Files.isDirectory(node) ? "mkdir -p" : "touch", node);
    }

    private static String shown(Path path) {
        return Files.isSymbolicLink(path)
                ? "cp -P %s .%s".formatted(quoted(path), path)
                : shown(Mount.readOnly(path, path.toString()));
    }

    private static String shown(Mount mount) {
        String place = quoted(Path.of("." + mount.target()));
        String made =
                Files.isDirectory(mount.source())
                        ? "mkdir -p " + place
                        : "mkdir -p $(dirname %1$s); touch %1$s".formatted(place);
        return "%s; mount --bind %s %s; mount -o remount,bind,nosuid,nodev%s %s"
                .formatted(
                        made, quoted(mount.source()), place, mount.writable() ? "" : ",ro", place);
    }

    private List<String> limited(SandboxedCommand command) {
        CommandLimits limits = command.limits();
        long seconds = limits.deadline().cpu().plus(Duration.ofSeconds(1)).toSeconds() + 1;
        List<String> line = new ArrayList<>(List.of(Tool.path("prlimit")));
        line.add("--cpu=%d:%d".formatted(seconds, seconds + 1));
        line.add("--data=" + ADDRESS_SPACE * limits.memory().count());
        line.add("--fsize=" + file(command));
        line.addAll(List.of("--nofile=" + FILES, "--core=0"));
        line.add("--nproc=" + limits.processes());
        line.add(Tool.path("setpriv"));
        if (SUPERUSER) {
            line.addAll(List.of("--reuid", "" + user, "--regid", "" + user));
            line.addAll(List.of("--clear-groups", "--bounding-set=-all"));
        }
        line.addAll(List.of("--no-new-privs", "--inh-caps=-all"));
        line.addAll(command.words());
        return line;
    }

    /// Bytes a file may have. Where nothing of the disk can be written all files lie in memory, and
    /// those in `/tmp` are bounded by its size.
    private static long file(SandboxedCommand command) {
        long disk = command.limits().disk().count();
        boolean disks = command.mounts().stream().anyMatch(Mount::writable);
        return disks ? disk : Math.max(disk, command.limits().memory().count());
    }

    private record Entry(String name, String value) {}

    /// Python's text hashes are drawn anew in each process unless told otherwise; a candidate that
    /// goes through a set is to do the same thing twice.
    private static List<Entry> environment(SandboxedCommand command) {
        String path =
                Stream.concat(command.path().stream(), Stream.of(SYSTEM_PATH))
                        .collect(Collectors.joining(":"));
        List<Entry> entries =
                new ArrayList<>(
                        List.of(
                                new Entry("PATH", path),
                                new Entry("HOME", "/tmp"),
                                new Entry("PYTHONHASHSEED", "0")));
        String libraries =
                hardware(command, Device::libraries)
                        .map(Path::toString)
                        .collect(Collectors.joining(":"));
        if (!libraries.isEmpty()) {
            entries.add(new Entry("LD_LIBRARY_PATH", libraries));
        }
        return entries;
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }

    private static boolean superuser() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (java.io.IOException | UnsupportedOperationException _) {
            return false;
        }
    }
}
