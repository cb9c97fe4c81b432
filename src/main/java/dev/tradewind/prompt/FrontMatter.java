package dev.tradewind.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What stands between two lines of `---` at the start of a prompt.
///
/// @param variables in their order
/// @param lines of the file that belong to it
record FrontMatter(String purpose, Set<String> variables, List<String> lines) {

    private static final String FENCE = "---";
    private static final String PURPOSE = "purpose";
    private static final String VARIABLES = "variables";
    private static final List<String> KEYS = List.of(PURPOSE, VARIABLES);
    private static final YAMLMapper YAML = new YAMLMapper();

    /// The one a text starts with.
    static FrontMatter read(String text, Findings findings) {
        List<String> lines = text.lines().toList();
        int end = lines.isEmpty() ? -1 : lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        if (end < 1 || !lines.getFirst().equals(FENCE)) {
            findings.add(
                    1, "has no front matter. Start with \"---\", purpose, variables, \"---\".");
            return new FrontMatter("", Set.of(), List.of());
        }
        FrontMatter unread = new FrontMatter("", Set.of(), List.copyOf(lines.subList(0, end + 1)));
        try {
            return unread.filled(YAML.readTree(yaml(lines, end)), findings);
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            String why = broken.getOriginalMessage().lines().findFirst().orElse("");
            findings.add(line, "front matter is not YAML: " + why);
            return unread;
        }
    }

    /// With an empty line for the fence, so that lines count as in the file.
    private static String yaml(List<String> lines, int end) {
        return "\n" + String.join("\n", lines.subList(1, end));
    }

    private FrontMatter filled(JsonNode yaml, Findings findings) {
        yaml.fieldNames()
                .forEachRemaining(
                        key -> {
                            if (!KEYS.contains(key)) {
                                String fix = Spelling.allowed(KEYS, key);
                                findings.add(line(key), key + ": unknown key. " + fix);
                            }
                        });
        String purpose = yaml.path(PURPOSE).asText();
        if (purpose.isBlank()) {
            findings.add(1, "purpose: is missing. Say in one sentence what the prompt is for.");
        }
        return new FrontMatter(purpose, variables(yaml.path(VARIABLES), findings), lines);
    }

    private Set<String> variables(JsonNode list, Findings findings) {
        if (!list.isArray()) {
            findings.add(1, "variables: is missing. List those used, such as [parents, advice].");
        }
        List<String> names = new ArrayList<>();
        list.forEach(name -> names.add(name.asText()));
        return new LinkedHashSet<>(names);
    }

    /// The line a word stands on, counted from 1; 1 when it stands nowhere.
    int line(String word) {
        Pattern whole = Pattern.compile("\\b" + Pattern.quote(word) + "\\b");
        for (int at = 1; at < lines.size(); at++) {
            if (whole.matcher(lines.get(at)).find()) {
                return at + 1;
            }
        }
        return 1;
    }
}
