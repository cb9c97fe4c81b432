package dev.tradewind.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

final class PromptLibraryTest {

    private static final String DETAIL = "{{detail}}\n";

    @TempDir private Path path;
    private PromptFolder folder;

    @BeforeEach
    void openFolder() {
        folder = new PromptFolder(path);
    }

    @ParameterizedTest
    @EnumSource
    void every_prompt_is_shipped_and_says_what_it_is_for(PromptName name) {
        Prompt prompt = PromptLibrary.shipped().prompt(name);
        assertThat(prompt.name()).isEqualTo(name);
        assertThat(prompt.purpose()).endsWith(".").doesNotContain("\n");
        assertThat(prompt.hash()).matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @EnumSource
    void every_variable_is_used_by_the_shipped_prompts(PromptName name) {
        assertThat(PromptLibrary.shipped().prompt(name).variables())
                .containsExactlyInAnyOrderElementsOf(
                        name.variables().stream().map(Variable::name).toList());
    }

    @Test
    void a_campaigns_own_prompt_takes_the_place_of_the_shipped_one() {
        Prompt own = folder.repair("detail", "Mend this: " + DETAIL).repair();
        assertThat(own.purpose()).isEqualTo("Mends.");
        assertThat(own.render(Map.of("detail", "x"))).isEqualTo("Mend this: x");
    }

    @Test
    void what_a_campaign_does_not_say_is_said_in_the_shipped_words() {
        folder.repair("detail", DETAIL);
        PromptLibrary library = PromptLibrary.over(path);
        for (PromptName name : PromptName.values()) {
            String shipped = PromptLibrary.shipped().prompt(name).hash();
            assertThat(library.prompt(name).hash().equals(shipped))
                    .isEqualTo(name != PromptName.REPAIR);
        }
    }

    @Test
    void values_are_set_in_as_they_are() {
        String code = "if (a < b && c > \"{{d}}\") { /* & */ }";
        assertThat(folder.repair("detail", DETAIL).repair().render(Map.of("detail", code)))
                .isEqualTo(code);
    }

    @Test
    void line_ends_do_not_change_the_hash() {
        String hash = folder.repair("detail", DETAIL).repair().hash();
        String foreign = text("repair.md").replace("\n", "\r\n");
        assertThat(folder.with("repair.md", foreign).repair().hash()).isEqualTo(hash);
        assertThat(folder.repair("detail", DETAIL + "!").repair().hash()).isNotEqualTo(hash);
    }

    @Test
    void lists_know_first_and_last() {
        Prompt prompt =
                folder.repair(
                                "broken",
                                "{{#broken}}{{#-first}}<{{/-first}}{{-index}}{{file}}"
                                        + "{{^-last}},{{/-last}}{{/broken}}{{^broken}}-{{/broken}}")
                        .repair();
        Map<String, String> file = Map.of("file", "a");
        assertThat(prompt.render(Map.of("broken", List.of(file, file)))).isEqualTo("<1a,2a");
        assertThat(prompt.render(Map.of("broken", List.of()))).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "detail | {{detail}} {{detial}} | repair.md:5  {{detial}}: unknown variable."
                        + " Allowed: cause, detail, broken, single. Maybe you meant \"detail\".",
                "detail | {{detail}} {{code}} | repair.md:5  {{code}}: is known between"
                        + " {{#broken}} and {{/broken}} only.",
                "broken | {{#broken}}{{#detale}}{{/detale}}{{/broken}} | repair.md:5  {{#detale}}:"
                        + " unknown variable. Allowed: cause, detail, broken, single, file, code,"
                        + " -first, -last, -index. Maybe you meant \"detail\".",
                "broken | {{^broken}}{{file}}{{/broken}} | repair.md:5  {{file}}: is known between"
                        + " {{#broken}} and {{/broken}} only.",
                "detail | {{detail}} {{xyz}} | repair.md:5  {{xyz}}: unknown variable. Allowed:"
                        + " cause, detail, broken, single.",
                "detail | {{detail}}{{^single}}x{{/single}} | repair.md:5  {{^single}}: is not"
                        + " declared. Add it to \"variables\" at the top.",
                "detail, single | {{detail}} | repair.md:3  variables: single is never used. Take"
                        + " it out.",
                "detail, singel | {{detail}} | repair.md:3  variables: singel is unknown. Allowed:"
                        + " cause, detail, broken, single. Maybe you meant \"single\".",
                "detail, broken | {{detail}}{{broken}} | repair.md:5  {{broken}}: is no text."
                        + " Write {{#broken}} … {{/broken}} around what it is for.",
                "detail | {{detail}}{{>footer}} | repair.md:5  {{>footer}}: a prompt has"
                        + " variables, sections and comments only.",
                "detail | {{detail}}{{{detail}}} | repair.md:5  {{{detail}}: a prompt has"
                        + " variables, sections and comments only.",
                "detail | {{detail}} {{detail | repair.md:5  {{: a tag is not closed, or empty."
                        + " Write {{name}}.",
                "detail | {{detail}} {{ }} | repair.md:5  {{: a tag is not closed, or empty."
                        + " Write {{name}}.",
                "detail | {{#detail}} | repair.md:5  Section missing close tag 'detail'.",
                "detail | {{detail}}{{/single}} | repair.md:5  Section close tag with no open tag"
                        + " 'single'.",
            })
    void a_mistake_is_told_with_its_place_and_a_likely_fix(
            String variables, String template, String problem) {
        assertThat(folder.repair(variables, template).problems()).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mend it. | repair.md:1  has no front matter. Start with \"---\", purpose,"
                        + " variables, \"---\".",
                "---~variables: []~---~x | repair.md:1  purpose: is missing. Say in one sentence"
                        + " what the prompt is for.",
                "---~purpose: P.~---~x | repair.md:1  variables: is missing. List those used, such"
                        + " as [parents, advice].",
                "---~purpose: P.~variables: []~autor: me~---~x | repair.md:4  autor: unknown key."
                        + " Allowed: purpose, variables.",
                "---~purpose: P.~variables: []~---~ | repair.md:4  says nothing below its front"
                        + " matter.",
            })
    void front_matter_says_purpose_and_variables(String text, String problem) {
        folder.with("repair.md", text.replace('~', '\n'));
        assertThat(folder.problems()).containsExactly(problem);
    }

    @Test
    void front_matter_that_is_no_yaml_is_told_with_its_line() {
        folder.with("repair.md", "---\npurpose: P.\nvariables: [\n---\nx");
        assertThat(folder.problems().getFirst())
                .matches("repair.md:\\d  front matter is not YAML: .+");
    }

    @Test
    void a_file_that_is_no_prompt_is_told() {
        folder.with("patsh.md", "x").with("notes.txt", "not read");
        assertThat(folder.problems())
                .containsExactly(
                        "patsh.md  is no prompt. Allowed: system.md, rewrite.md, patch.md,"
                                + " cross.md, repair.md, explore.md, reflect.md. Maybe you meant"
                                + " \"patch.md\".");
    }

    @Test
    void all_mistakes_in_all_files_are_told_at_once() {
        folder.repair("detail", "{{#detail}}").with("patch.md", "x").with("rest.md", "x");
        assertThat(folder.problems()).hasSize(3);
    }

    @Test
    void text_that_is_no_utf_8_is_told() throws IOException {
        Files.write(path.resolve("repair.md"), new byte[] {'x', (byte) 0xe9});
        assertThat(folder.problems())
                .containsExactly("repair.md  is not text in UTF-8. Save the file as UTF-8.");
    }

    @Test
    void a_folder_that_is_not_there_is_told() {
        Path missing = path.resolve("missing");
        assertThatThrownBy(() -> PromptLibrary.over(missing))
                .isInstanceOf(PromptException.class)
                .hasMessageStartingWith(missing + "  is no folder that can be read: ");
    }

    private String text(String file) {
        try {
            return Files.readString(path.resolve(file));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
