package dev.tradewind.proposer.chat;

import dev.tradewind.program.Program;
import dev.tradewind.program.Region;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a model gets to see of programs: of a program with one region that region, of others the
/// files that have regions, markers included. The rest is the same in all programs and stands in
/// the first message.
///
/// @param single whether only the one region is shown
/// @param evolving files that may change
record Exhibit(boolean single, Set<String> evolving) {

    static Exhibit of(Program seed) {
        List<Region> regions = seed.regions();
        return new Exhibit(
                regions.size() == 1,
                regions.isEmpty()
                        ? seed.files().keySet()
                        : regions.stream().map(Region::path).collect(Collectors.toSet()));
    }

    /// All files, whole, in the order of their names.
    static List<Map<String, String>> all(Map<String, String> files) {
        return files.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(file -> item(file.getKey(), file.getValue()))
                .toList();
    }

    /// What is shown of a program.
    List<Map<String, String>> whole(Program program) {
        return without(program, Set.of());
    }

    /// What is shown of a program, less what is shown elsewhere.
    List<Map<String, String>> without(Program program, Set<String> elsewhere) {
        if (single) {
            Region region = program.regions().getFirst();
            return List.of(item(region.path(), region.body(program.text(region.path()))));
        }
        return items(program, shown(program).filter(path -> !elsewhere.contains(path)));
    }

    /// Some files of a program.
    List<Map<String, String>> only(Program program, Set<String> paths) {
        return items(program, shown(program).filter(paths::contains));
    }

    /// Files that need to be shown once only, as all of two or more programs have them alike.
    Set<String> alike(List<Program> programs) {
        Program first = programs.getFirst();
        if (single || programs.size() == 1) {
            return Set.of();
        }
        return shown(first)
                .filter(path -> programs.stream().allMatch(each -> has(each, path, first)))
                .collect(Collectors.toSet());
    }

    private static boolean has(Program program, String path, Program other) {
        return other.text(path).equals(program.files().get(path));
    }

    private Stream<String> shown(Program program) {
        return program.files().keySet().stream().filter(evolving::contains);
    }

    private static List<Map<String, String>> items(Program program, Stream<String> paths) {
        return paths.map(path -> item(path, program.text(path))).toList();
    }

    private static Map<String, String> item(String path, String text) {
        return Map.of("file", path, "code", Fence.around(text, Fence.tag(path)));
    }
}
