package dev.tradewind.task;

import dev.tradewind.evaluation.Lowering;
import dev.tradewind.evaluation.Scorer;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/// The quantizer task's lowering, scorer and bench, without the sandbox they run in otherwise.
final class TrellisBench {

    private static final Path TASK = Path.of("evaluators", "quantizer");
    private static final Path EVALUATOR = TASK.resolve("evaluator").toAbsolutePath();

    private final Path work;
    private final ClassLoader loader;

    TrellisBench(Path work) throws IOException {
        this.work = work;
        Path classes = Files.createDirectories(work.resolve("classes"));
        List<String> words = new ArrayList<>(List.of("-nowarn", "-d", classes.toString()));
        for (String part : List.of("lowering", "scorer", "reference")) {
            try (Stream<Path> files = Files.walk(EVALUATOR.resolve(part))) {
                files.map(Path::toString)
                        .filter(name -> name.endsWith(".java") && !name.contains("codec"))
                        .forEach(words::add);
            }
        }
        int status =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, words.toArray(new String[0]));
        if (status != 0) {
            throw new IOException("the quantizer task does not compile");
        }
        loader =
                new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
    }

    Lowering lowering() {
        return (Lowering) made("quantizer.lowering.Trellises");
    }

    @SuppressWarnings("unchecked")
    Scorer<Object> scorer() {
        return (Scorer<Object>) made("quantizer.trellis.TrellisScorer");
    }

    private Object made(String name) {
        try {
            return loader.loadClass(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// The settings of the seed but for some, as `name=value`.
    SequencedMap<String, Long> settings(String... changes) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(TASK.resolve("seed/code.properties"))) {
            properties.load(in);
        }
        for (String change : changes) {
            String[] parts = change.split("=", 2);
            if (properties.setProperty(parts[0], parts[1]) == null) {
                throw new IllegalArgumentException("no setting " + parts[0]);
            }
        }
        SequencedMap<String, Long> choice = new LinkedHashMap<>();
        lowering()
                .space()
                .knobs()
                .forEach(
                        knob ->
                                choice.put(
                                        knob.name(),
                                        Long.decode(properties.getProperty(knob.name()))));
        return choice;
    }

    /// Builds a bench of settings.
    ///
    /// @param machine gcc's name of it, such as `native`
    Path build(String machine, String... changes) throws IOException, Lowering.Unfit {
        Path folder = Files.createTempDirectory(work, "candidate");
        for (Map.Entry<String, String> file : lowering().lower(settings(changes)).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "gcc",
                                "-std=c17",
                                "-O3",
                                "-march=" + machine,
                                "-Wall",
                                "-Wextra",
                                "-Werror",
                                "-I" + folder,
                                "-I" + EVALUATOR.resolve("contract"),
                                "-I" + EVALUATOR.resolve("tools"),
                                "-o",
                                folder.resolve("bench").toString(),
                                folder.resolve("candidate.c").toString()));
        try (Stream<Path> files = Files.list(EVALUATOR.resolve("tools"))) {
            files.map(Path::toString).filter(name -> name.endsWith(".c")).forEach(words::add);
        }
        words.add("-lm");
        output(words, "");
        return folder.resolve("bench");
    }

    /// What a bench answers to an instance.
    String answer(Path bench, Object instance) throws IOException {
        var bytes = new ByteArrayOutputStream();
        scorer().write(instance, new DataOutputStream(bytes));
        return output(List.of(bench.toString()), bytes.toString(StandardCharsets.UTF_8) + "\n");
    }

    private String output(List<String> words, String input) throws IOException {
        Path in = Files.writeString(Files.createTempFile(work, "in", ""), input);
        Process process =
                new ProcessBuilder(words)
                        .redirectInput(in.toFile())
                        .redirectErrorStream(true)
                        .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(words.getFirst() + " failed: " + out);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return out;
    }
}
