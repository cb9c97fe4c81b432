package dev.tradewind.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Programs of this machine that sandboxed commands call by name, and what they need to be seen.
///
/// @param mounts folders outside `/usr` that these programs live in
/// @param path folders that hold them, to be searched before the system's own
/// @param missing those that are not installed here, in order
public record Toolbox(List<Mount> mounts, List<String> path, List<String> missing) {

    private static final int SECONDS = 20;

    /// What to install for a program, by its name.
    private static final Map<String, String> PACKAGES =
            new TreeMap<>(
                    Map.of(
                            "gcc", "gcc and libc6-dev",
                            "cc", "gcc and libc6-dev",
                            "g++", "g++",
                            "tcc", "tcc",
                            "clang", "clang",
                            "python3", "python3",
                            "nm", "binutils",
                            "make", "make",
                            "nvcc", "nvidia-cuda-toolkit"));

    /// Programs that call others by name.
    private static final Map<String, List<String>> COMPANIONS = Map.of("nvcc", List.of("g++"));

    /// Where installers put programs without telling the search path.
    private static final Map<String, List<String>> OUT_OF_THE_WAY =
            Map.of("nvcc", List.of("/usr/local/cuda/bin", "/opt/cuda/bin"));

    public Toolbox {
        mounts = List.copyOf(mounts);
        path = List.copyOf(path);
        missing = List.copyOf(missing);
    }

    /// Finds programs by name.
    public static Toolbox of(Collection<String> programs) {
        Set<Mount> mounts = new LinkedHashSet<>();
        Set<String> path = new LinkedHashSet<>();
        List<String> missing = new ArrayList<>();
        for (String program : withCompanions(programs)) {
            List<Path> places = places(program);
            if (places.isEmpty()) {
                missing.add(program);
                continue;
            }
            places.stream()
                    .filter(place -> !ofTheSystem(place))
                    .forEach(place -> mounts.add(Mount.readOnly(home(place), "" + home(place))));
            if (!ofTheSystem(places.getFirst()) || Tool.find(program).isEmpty()) {
                path.add("" + places.getFirst().getParent());
            }
        }
        return new Toolbox(List.copyOf(mounts), List.copyOf(path), missing);
    }

    private static Set<String> withCompanions(Collection<String> programs) {
        Set<String> all = new LinkedHashSet<>(programs);
        programs.forEach(program -> all.addAll(COMPANIONS.getOrDefault(program, List.of())));
        return all;
    }

    /// What to do about a missing program, as a sentence.
    public static String remedy(String program) {
        String name = PACKAGES.getOrDefault(program, program);
        return "Install %s (apt-get install %s).".formatted(name, name.replace(" and ", " "));
    }

    /// What a program says when asked for its version, the first line; empty when it says nothing.
    public static String version(String program) {
        return firstLine(List.of(Tool.path(program), program.equals("tcc") ? "-v" : "--version"));
    }

    /// The program itself and, where it is one that leads to others, those.
    private static List<Path> places(String program) {
        return Tool.find(program)
                .or(() -> outOfTheWay(program))
                .map(found -> led(program, found))
                .orElse(List.of());
    }

    private static Optional<Path> outOfTheWay(String program) {
        return OUT_OF_THE_WAY.getOrDefault(program, List.of()).stream()
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<Path> led(String program, Path found) {
        if (program.equals("nvcc")) {
            return compiler(found);
        }
        return python(program) ? interpreter(found) : List.of(real(found));
    }

    /// What is found may be a script that calls the real one, whose libraries lie beside it.
    private static List<Path> compiler(Path found) {
        return lines(List.of("" + found, "--dryrun", "-c", "-x", "cu", "/dev/null"))
                .filter(line -> line.startsWith("#$ _HERE_="))
                .map(line -> Path.of(line.substring(line.indexOf('=') + 1), "nvcc"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(place -> List.of(real(place), real(found)))
                .orElse(List.of(real(found)));
    }

    private static boolean python(String program) {
        return program.matches("python3?(\\.\\d+)?");
    }

    /// What is found may be a script that looks for the real one; a virtual environment has a base.
    private static List<Path> interpreter(Path found) {
        String said =
                firstLine(
                        List.of(
                                found.toString(),
                                "-c",
                                "import sys; print(sys.executable, sys.base_prefix, sep='|')"));
        String[] parts = said.split("\\|", 2);
        return parts.length == 2 && Files.isExecutable(Path.of(parts[0]))
                ? List.of(Path.of(parts[0]), Path.of(parts[1], "bin", "python3"))
                : List.of(real(found));
    }

    private static boolean ofTheSystem(Path program) {
        return program.startsWith("/usr")
                || program.startsWith("/bin")
                || program.startsWith("/nix/store");
    }

    /// The folder above `bin`, or the one the program is in.
    private static Path home(Path program) {
        Path folder = program.getParent();
        Path above = folder == null ? null : folder.getParent();
        if (folder == null || above == null) {
            return program;
        }
        return folder.endsWith("bin") && above.getNameCount() > 0 ? above : folder;
    }

    private static String firstLine(List<String> command) {
        return lines(command).findFirst().orElse("");
    }

    /// What a program says, or complains of where it says nothing; nothing where it does not end.
    private static Stream<String> lines(List<String> command) {
        try {
            Process process = Spawner.start(command, started -> started).join();
            process.getOutputStream().close();
            Tail complaints = Tail.of(process.getErrorStream());
            Capture output = Capture.of(process.getInputStream(), Bytes.kibi(64));
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Stream.empty();
            }
            String text = new String(output.bytes(Duration.ofSeconds(1)), StandardCharsets.UTF_8);
            String said = text.isBlank() ? complaints.whole() : text;
            return said.strip().lines();
        } catch (CompletionException | IOException _) {
            return Stream.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Stream.empty();
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
