package dev.tradewind.bench.race;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Finished runs of races, a JSON document a line. A last line that was cut off is dropped: its run
/// is run again. Safe for any number of threads.
public final class HeatFile {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private final Path file;
    private final List<Heat> heats;

    private HeatFile(Path file, List<Heat> heats) {
        this.file = file;
        this.heats = heats;
    }

    /// Opens or begins one.
    ///
    /// @throws IOException when it cannot be read or written
    /// @throws UncheckedIOException when a line is none of a race
    public static HeatFile open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (!Files.exists(file)) {
            return new HeatFile(file, new ArrayList<>());
        }
        String text = Files.readString(file);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        if (whole.length() < text.length()) {
            Files.writeString(file, whole);
        }
        List<Heat> heats = new ArrayList<>();
        whole.lines().forEach(line -> heats.add(read(file, heats.size() + 1, line)));
        return new HeatFile(file, heats);
    }

    /// Forgets what a race ran.
    ///
    /// @throws IOException when it cannot be written
    public synchronized void forget(Race race) throws IOException {
        List<Race.Entry> entries = race.entries();
        heats.removeIf(heat -> entries.stream().anyMatch(entry -> entry.is(heat)));
        Files.writeString(file, String.join("", heats.stream().map(HeatFile::line).toList()));
    }

    /// What a race ran so far, in the order of its runs.
    synchronized List<Heat> of(Race race) {
        return race.entries().stream()
                .flatMap(entry -> heats.stream().filter(entry::is).limit(1))
                .toList();
    }

    /// How many runs of a race are finished.
    public int count(Race race) {
        return of(race).size();
    }

    synchronized void add(Heat heat) {
        try {
            Files.writeString(
                    file, line(heat), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        heats.add(heat);
    }

    private static String line(Heat heat) {
        try {
            return MAPPER.writeValueAsString(heat) + "\n";
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a run that cannot be written", bug);
        }
    }

    private static Heat read(Path file, int number, String line) {
        try {
            return MAPPER.readValue(line.getBytes(UTF_8), Heat.class);
        } catch (IOException wrong) {
            throw new UncheckedIOException(
                    new IOException(
                            "%s:%d  is no run of a race. Remove the line, or the file."
                                    .formatted(file, number),
                            wrong));
        }
    }
}
