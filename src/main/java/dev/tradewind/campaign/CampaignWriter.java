package dev.tradewind.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import dev.tradewind.evaluation.Task;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Writes plans with every default written out.
public final class CampaignWriter {

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .build();

    private CampaignWriter() {}

    /// The plan as the text of a campaign file. Equal plans give equal texts, and [CampaignReader]
    /// makes the same plan of it.
    ///
    /// @param folder where the file will be; the task is named relative to it
    public static String text(Campaign campaign, Path folder) {
        SequencedMap<String, Object> values = values(campaign);
        values.put("task", relative(folder, campaign.task().folder()));
        if (!campaign.ladder().prompts().isEmpty()) {
            values.put("prompts", relative(folder, Path.of(campaign.ladder().prompts())));
        }
        try {
            return "# The plan of a run, every default written out.\n"
                    + YAML.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts, numbers and maps", impossible);
        }
    }

    /// Every setting by key, in the order of the file, the task by its name.
    static SequencedMap<String, Object> values(Campaign campaign) {
        Task task = campaign.task();
        SequencedMap<String, Object> values = new LinkedHashMap<>();
        values.put("name", campaign.name());
        values.put("task", task.name());
        values.put("parameters", new TreeMap<>(task.parameters()));
        values.put("budget", campaign.budget().toString());
        values.put("until", campaign.until().name().toLowerCase(Locale.ROOT));
        values.put("seed", campaign.seed());
        values.put("jobs", campaign.jobs());
        values.put("order", campaign.order().name().toLowerCase(Locale.ROOT));
        values.put("window", campaign.window());
        values.put("baseline", campaign.baseline());
        values.put("ladder", LadderSection.write(campaign.ladder()));
        values.put("calls", campaign.ladder().calls());
        values.put("reflection", campaign.ladder().reflection());
        values.put("allocation", campaign.ladder().allocation().toString());
        values.put("evolution", SettingsSection.write(campaign.evolution()));
        values.put("breeding", SettingsSection.write(campaign.breeding()));
        return values;
    }

    private static String relative(Path folder, Path task) {
        Path from = folder.toAbsolutePath().normalize();
        if (!Objects.equals(from.getRoot(), task.getRoot())) {
            return task.toString();
        }
        String path = from.relativize(task).toString().replace('\\', '/');
        return path.isEmpty() ? "." : path;
    }
}
