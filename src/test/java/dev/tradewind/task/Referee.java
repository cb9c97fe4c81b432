package dev.tradewind.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The referee of the kernel tasks, built in a folder and asked from outside of any sandbox.
final class Referee {

    private static final Path KERNELS = Path.of("evaluators/kernels");

    private final Path folder;

    private Referee(Path folder) {
        this.folder = folder;
    }

    /// Builds it, with the references of a kernel.
    static Referee built(Path folder, String kernel) {
        try {
            for (String part : List.of("bench", "shipped")) {
                copy(KERNELS.resolve(part), folder);
            }
            run(folder, "", List.of("sh", "prepare.sh", kernel));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Referee(folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }

    /// As on a machine where OpenBLAS is not installed.
    Referee withoutOpenblas() throws IOException {
        Files.deleteIfExists(folder.resolve("openblas-sgemm.so"));
        return this;
    }

    /// What is said of a C program about one instance; nothing is checked before.
    String says(String program, String instance) throws IOException {
        return says(program, List.of("-march=native"), instance);
    }

    /// Likewise, built with these options.
    String says(String program, List<String> options, String instance) throws IOException {
        Path source = Files.writeString(Files.createTempFile(folder, "candidate", ".c"), program);
        String library = source.toString().replace(".c", ".so");
        List<String> gcc = new ArrayList<>(List.of("gcc", "-O2", "-shared"));
        gcc.addAll(options);
        gcc.addAll(List.of("-fPIC", "-o", library, source.toString()));
        run(folder, "", gcc);
        return run(folder, instance + "\n", List.of("./twbench", library));
    }

    /// What is said of the shipped kernel itself.
    String saysOfShipped(String instance) throws IOException {
        return run(folder, instance + "\n", List.of("./twbench", "./shipped-sgemm.so"));
    }

    private static String run(Path folder, String input, List<String> words) throws IOException {
        Process process =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        try (var in = process.outputWriter()) {
            in.write(input);
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
