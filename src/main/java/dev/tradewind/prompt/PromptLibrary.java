package dev.tradewind.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All prompts of a run.
public final class PromptLibrary {

    private static final String SHIPPED = "shipped/";
    private static final String ENDING = ".md";
    private static final List<String> FILES =
            Arrays.stream(PromptName.values()).map(PromptName::file).toList();

    private final Map<PromptName, Prompt> prompts;

    private PromptLibrary(Map<PromptName, Prompt> prompts) {
        this.prompts = new EnumMap<>(prompts);
    }

    /// Those that come with the program.
    public static PromptLibrary shipped() {
        Map<PromptName, Prompt> prompts = new EnumMap<>(PromptName.class);
        List<String> problems = new ArrayList<>();
        for (PromptName name : PromptName.values()) {
            prompts.put(name, read(name, "prompts/" + name.file(), shippedText(name), problems));
        }
        return checked(prompts, problems);
    }

    /// The prompts in a folder, and the shipped ones where it has none.
    ///
    /// @throws PromptException listing everything that is wrong with the folder
    public static PromptLibrary over(Path folder) {
        Map<PromptName, Prompt> prompts = new EnumMap<>(shipped().prompts);
        List<String> problems = new ArrayList<>();
        for (Path file : files(folder, problems)) {
            PromptName name = named(file, problems).orElse(null);
            String text = name == null ? null : text(file, problems).orElse(null);
            if (name != null && text != null) {
                prompts.put(name, read(name, file.toString(), text, problems));
            }
        }
        return checked(prompts, problems);
    }

    public Prompt prompt(PromptName name) {
        return Objects.requireNonNull(prompts.get(name), name::word);
    }

    /// Hash of each prompt by its word, such as `patch`.
    public SortedMap<String, String> hashes() {
        SortedMap<String, String> hashes = new TreeMap<>();
        prompts.forEach((name, prompt) -> hashes.put(name.word(), prompt.hash()));
        return hashes;
    }

    private static PromptLibrary checked(Map<PromptName, Prompt> prompts, List<String> problems) {
        if (!problems.isEmpty()) {
            throw new PromptException(problems);
        }
        return new PromptLibrary(prompts);
    }

    private static Prompt read(PromptName name, String file, String text, List<String> problems) {
        Findings findings = Findings.of(file);
        Prompt prompt = PromptReader.read(name, text, findings);
        problems.addAll(findings.problems());
        return prompt;
    }

    /// The prompt a file holds.
    private static Optional<PromptName> named(Path file, List<String> problems) {
        String name = String.valueOf(file.getFileName());
        Optional<PromptName> found =
                Arrays.stream(PromptName.values())
                        .filter(each -> each.file().equals(name))
                        .findFirst();
        if (found.isEmpty()) {
            problems.add(file + "  is no prompt. " + Spelling.allowed(FILES, name));
        }
        return found;
    }

    private static List<Path> files(Path folder, List<String> problems) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException broken) {
            problems.add(folder + "  is no folder that can be read: " + broken);
            return List.of();
        }
    }

    private static Optional<String> text(Path file, List<String> problems) {
        try {
            return Optional.of(Files.readString(file));
        } catch (CharacterCodingException foreign) {
            problems.add(file + "  is not text in UTF-8. Save the file as UTF-8.");
        } catch (IOException broken) {
            problems.add(file + "  cannot be read: " + broken);
        }
        return Optional.empty();
    }

    private static String shippedText(PromptName name) {
        String resource = SHIPPED + name.file();
        try (InputStream text = PromptLibrary.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(text, resource).readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(resource, broken);
        }
    }
}
