package dev.tradewind.campaign;

import dev.tradewind.program.Program;
import dev.tradewind.program.RegionException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads programs from files.
public final class ProgramReader {

    private ProgramReader() {}

    /// The program in a file or folder. A single file takes the place of the only file of the seed,
    /// whatever its own name is.
    ///
    /// @throws CampaignException when it cannot be read, or its markers do not pair up
    public static Program read(Path path, Program seed) {
        Problems problems = new Problems();
        SortedMap<String, String> files = files(path, problems);
        problems.throwIfAny();
        Program program = new Program(files);
        if (Files.isRegularFile(path) && seed.files().size() == 1) {
            program = Program.of(seed.files().firstKey(), program.text(files.firstKey()));
        }
        regions(program, path, problems);
        problems.throwIfAny();
        return program;
    }

    /// Whether the markers pair up and mark something; a problem when they do not.
    static boolean regions(Program program, Path path, Problems problems) {
        try {
            return !program.regions().isEmpty();
        } catch (RegionException unpaired) {
            Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
            problems.add(folder + "/" + unpaired.getMessage());
            return true;
        }
    }

    /// The text files at or below a path, by relative path with `/`; none when there is a problem.
    static SortedMap<String, String> files(Path path, Problems problems) {
        int before = problems.count();
        SortedMap<String, String> texts = new TreeMap<>();
        if (Files.isDirectory(path)) {
            for (Path file : list(path, problems)) {
                String relative = path.relativize(file).toString().replace('\\', '/');
                texts.put(relative, TextFile.read(file, problems));
            }
        } else {
            texts.put(String.valueOf(path.getFileName()), TextFile.read(path, problems));
        }
        if (texts.isEmpty()) {
            problems.add(path + "  holds no files.");
        }
        return problems.count() == before ? texts : new TreeMap<>();
    }

    private static List<Path> list(Path folder, Problems problems) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            problems.add(folder + "  cannot be read: " + broken);
            return List.of();
        }
    }
}
