package dev.tradewind.campaign;

import dev.tradewind.evaluation.Task;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Reads a task's folder.
public final class TaskReader {

    private TaskReader() {}

    /// The task in a folder, checked as far as it can be without compiling anything.
    ///
    /// @param parameters values for parameters the task declares; the others keep their defaults
    /// @throws CampaignException listing everything that is wrong
    public static Task read(Path folder, Map<String, String> parameters) {
        Problems problems = new Problems();
        TaskFile file = TaskFile.open(folder, problems);
        problems.throwIfAny();
        SequencedMap<String, Node> given = new LinkedHashMap<>();
        Place place = Place.of("parameters of " + folder);
        parameters.forEach((name, value) -> given.put(name, new Node.Text(place, value)));
        Task task = file.task(new Section("parameters", new Node.Mapping(place, given), problems));
        problems.throwIfAny();
        return task;
    }
}
