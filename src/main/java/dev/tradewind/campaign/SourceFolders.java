package dev.tradewind.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Folders of sources that a section names, one or several to a key, read as one tree.
///
/// @param folder of the task, which the names are relative to
record SourceFolders(Path folder, Section section, Problems problems) {

    /// @param otherwise the folder where the key is left out; it must be there
    Map<String, String> needed(String key, String otherwise) {
        List<String> given = section.texts(key);
        return merged(key, given.isEmpty() ? List.of(otherwise) : given);
    }

    /// @param otherwise the folder where the key is left out; nothing when that is not there
    Map<String, String> wanted(String key, String otherwise) {
        return section.has(key) || Files.exists(folder.resolve(otherwise))
                ? needed(key, otherwise)
                : Map.of();
    }

    private SortedMap<String, String> merged(String key, List<String> folders) {
        SortedMap<String, String> merged = new TreeMap<>();
        for (String name : folders) {
            ProgramReader.files(folder.resolve(name).normalize(), problems)
                    .forEach((path, text) -> add(merged, key, path, text));
        }
        return merged;
    }

    private void add(SortedMap<String, String> merged, String key, String path, String text) {
        if (merged.put(path, text) != null) {
            section.problem(key, "two of these folders hold " + path + ". Give one another name.");
        }
    }
}
