package dev.tradewind.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A kind of hardware that sandboxed commands may be let at. Whoever may use one talks to its
/// driver in the kernel: the sandbox is wider by all that the driver accepts.
public enum Device {

    /// GPUs of NVIDIA: one node each, one for all of them, one for their shared memory.
    NVIDIA(
            "nvidia(\\d+|ctl|-uvm|-uvm-tools|-caps)",
            "nvidiactl nvidia-uvm",
            "/sys/devices /sys/bus/pci /sys/dev/char /sys/module/nvidia",
            "/usr/local/nvidia/lib64 /run/opengl-driver/lib",
            "Maybe its driver is not loaded (nvidia-smi says so, nvidia-modprobe -u -c=0 makes the"
                    + " files), or a container was started without its GPUs (--gpus all).");

    private static final Path NODES = Path.of("/dev");

    private final String names;
    private final String needed;
    private final String facts;
    private final String libraries;
    private final String fix;

    /// @param names a pattern of its nodes
    /// @param needed nodes without which it cannot be used; like the next two, with blanks between
    Device(String names, String needed, String facts, String libraries, String fix) {
        this.names = names;
        this.needed = needed;
        this.facts = facts;
        this.libraries = libraries;
        this.fix = fix;
    }

    /// Reads its name in lower case, such as `nvidia`.
    ///
    /// @throws IllegalArgumentException when there is no such device
    public static Device of(String name) {
        return Stream.of(values())
                .filter(device -> device.toString().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "is no device. Only nvidia can be opened."));
    }

    /// Its files in `/dev` of this machine, in order; empty where there is none.
    List<Path> nodes() {
        return nodes(NODES);
    }

    List<Path> nodes(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> ("" + file.getFileName()).matches(names)).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// What its library reads of the machine, where that exists.
    List<Path> facts() {
        return existing(facts);
    }

    /// Folders outside the usual places that its library is in, where they exist.
    List<Path> libraries() {
        return existing(libraries);
    }

    private static List<Path> existing(String paths) {
        return Stream.of(paths.split(" ", -1)).map(Path::of).filter(Files::exists).toList();
    }

    /// What is missing here and what to do about it, as sentences; empty when it can be used.
    public String missing() {
        return missing(NODES);
    }

    String missing(Path folder) {
        List<String> absent =
                Stream.of(needed.split(" ", -1))
                        .map(name -> folder.resolve(name))
                        .filter(node -> !Files.exists(node))
                        .map(Path::toString)
                        .toList();
        return absent.isEmpty()
                ? ""
                : "There is no usable %s device here: no %s. %s"
                        .formatted(name(), String.join(", ", absent), fix);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
