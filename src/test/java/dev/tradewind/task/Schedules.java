package dev.tradewind.task;

import dev.tradewind.evaluation.Lowering;
import dev.tradewind.evaluation.Lowering.Unfit;
import dev.tradewind.evaluation.Lowerings;
import dev.tradewind.evaluation.Settings;
import dev.tradewind.evaluation.Space.Knob;
import dev.tradewind.program.Program;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// The lowering of a kernel task, compiled from its sources as the task's is.
///
/// @param task the name of its folder
record Schedules(String task, Lowering lowering) {

    private static final Path EVALUATORS = Path.of("evaluators");
    private static final Path SHARED = EVALUATORS.resolve("kernels/lowering");

    static Schedules of(String task) {
        Map<String, String> sources = new TreeMap<>(texts(SHARED));
        sources.putAll(texts(EVALUATORS.resolve(task).resolve("evaluator/lowering")));
        return new Schedules(task, Lowerings.of(sources));
    }

    private static Map<String, String> texts(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return texts;
    }

    /// The C program for settings such as `VW=8 MR=4`; the others are those of the seed.
    String program(String settings) throws Unfit, IOException {
        SequencedMap<String, Long> choice = new LinkedHashMap<>(settingsIn("seed").choice());
        for (String setting : settings.split(" ", -1)) {
            int equals = setting.indexOf('=');
            choice.put(setting.substring(0, equals), Long.valueOf(setting.substring(equals + 1)));
        }
        return program(choice);
    }

    String program(SequencedMap<String, Long> choice) throws Unfit {
        return lowering.lower(choice).values().iterator().next();
    }

    /// The C program for the settings in a folder of the task.
    String programIn(String folder) throws Unfit, IOException {
        return program(settingsIn(folder).choice());
    }

    private Settings settingsIn(String folder) throws Unfit, IOException {
        Path file = EVALUATORS.resolve(task).resolve(folder).resolve("schedule.properties");
        Program program = Program.of("schedule.properties", Files.readString(file));
        return Settings.of(program, lowering.space());
    }

    /// Examples of a kind, such as `good`, by their folders.
    List<String> examples(String kind) throws IOException {
        Path task = EVALUATORS.resolve(this.task);
        try (Stream<Path> folders = Files.list(task.resolve("examples").resolve(kind))) {
            return folders.map(folder -> task.relativize(folder).toString()).sorted().toList();
        }
    }

    /// Programs for settings drawn evenly, without those that do not go together.
    List<String> drawn(int count, RandomGenerator random) {
        return Stream.generate(() -> drawn(random))
                .limit(10_000)
                .flatMap(Stream::ofNullable)
                .limit(count)
                .toList();
    }

    private @Nullable String drawn(RandomGenerator random) {
        SequencedMap<String, Long> choice = new LinkedHashMap<>();
        lowering.space().knobs().forEach(knob -> choice.put(knob.name(), value(knob, random)));
        try {
            return program(choice);
        } catch (Unfit together) {
            return null;
        }
    }

    private static long value(Knob knob, RandomGenerator random) {
        return switch (knob) {
            case Knob.Steps(_, List<Long> values) -> values.get(random.nextInt(values.size()));
            case Knob.Kinds(_, List<Long> values) -> values.get(random.nextInt(values.size()));
            case Knob.Range(_, long least, long most) -> random.nextLong(least, most + 1);
            case Knob.Bits(_, int bits) -> random.nextLong(1L << bits);
        };
    }
}
