package dev.tradewind.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.tradewind.budget.ModelSize;
import dev.tradewind.budget.PriceList;
import dev.tradewind.law.allocation.Policy;
import dev.tradewind.law.allocation.Position;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Ladders that are wrong, and what is told of them: place, value, what is allowed, a likely fix.
final class LadderReadingTest {

    private static final String MODEL = "{provider: openai, model: gpt, size: 8 B, price: free}";

    @TempDir private Path root;

    @BeforeEach
    void a_task() {
        TaskFolder.in(root.resolve("answers"));
    }

    /// Lines of the plan after the first two.
    private Path plan(String lines) {
        return write("plan.yaml", "task: answers\nbudget: 60 s\n" + lines + "\n");
    }

    private Path write(String name, String text) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private Ladder read(String lines) {
        return CampaignReader.read(plan(lines), List.of()).ladder();
    }

    private List<String> problems(String lines) {
        Path plan = plan(lines);
        return assertThatExceptionOfType(CampaignException.class)
                .isThrownBy(() -> CampaignReader.read(plan, List.of()))
                .actual()
                .problems();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "provider: opnai | provider: \"opnai\" is not known. | Maybe you meant \"openai\".",
                "name: any | provider: is missing. Allowed: breeding, tuning, | openai.",
                "provider: openai, size: 8 B, price: free"
                        + " | model: is missing. Give the provider's name for it. | .",
                "provider: openai, model: m, size: 8 B"
                        + " | price: is missing, and an unknown price is not zero. | say \"free\".",
                "provider: openai, model: m, size: 8 B, price: cheap"
                        + " | price: \"cheap\" is no list of prices. | \"input\" and \"output\"",
                "provider: openai, model: m, size: 8 B, price: {input: 0.25, output: 1 USD}"
                        + " | price.input: \"0.25\" has no unit. | \"0.25 USD\".",
                "provider: openai, model: m, size: 8 B, price: {input: 1 EUR, output: 1 USD}"
                        + " | price.input: \"1 EUR\" has an unknown unit. | Allowed: 1 USD.",
                "provider: openai, model: m, size: 8 B, price: {input: 1 USD}"
                        + " | price.output: is missing. | million tokens in USD.",
                "provider: openai, model: m, price: free"
                        + " | size: is missing. Give the active parameters | \"unknown\".",
                "provider: openai, model: m, price: free, size: 8"
                        + " | size: \"8\" has no unit. Allowed: 8 B, 8 M, 8 T. | \"8 B\".",
                "provider: openai, model: m, price: free, size: big"
                        + " | size: \"big\" is no size. | such as \"8 B\", or \"unknown\".",
                "provider: openai, model: m, price: free, size: 0 B"
                        + " | size: \"0 B\" is no size. | such as \"8 B\", or \"unknown\".",
                "provider: openai, model: m, price: free, size: 8 B, calls: 0"
                        + " | calls: \"0\" is not a whole number from 1 to 4096. | .",
                "provider: openai, model: m, price: free, size: 8 B, url: localhost:8000/v1"
                        + " | url: \"localhost:8000/v1\" is no address of the web"
                        + " | \"http://localhost:8000/v1\".",
                "provider: openai, model: m, price: free, size: 8 B, url: ftp://here"
                        + " | url: \"ftp://here\" is no address of the web | \"https://host/v1\".",
                "provider: openai, model: m, price: free, size: 8 B, temperature: 3"
                        + " | temperature: \"3\" is not a number from 0 to 2. | .",
                "provider: openai, model: m, price: free, size: 8 B, effort: hi"
                        + " | effort: \"hi\" is not known. Allowed: high, low, | \"high\".",
                "provider: openai, model: m, price: free, size: 8 B, time: 3"
                        + " | time: \"3\" has no unit. | \"3 s\"",
                "provider: openai, model: m, price: free, size: 8 B, temprature: 1"
                        + " | temprature: unknown key. Allowed: provider, | \"temperature\".",
                "provider: openai, model: m, price: free, size: 8 B, share: 0"
                        + " | share: \"0\" is not a number above 0. | .",
                "provider: breeding, draws: 0 | draws: \"0\" is not a whole number from 1 to 1024. | .",
                "provider: breeding, draws: -3 | draws: \"-3\" is not a whole number from 1 | .",
                "provider: breeding, draws: 1.5 | draws: \"1.5\" is not a whole number from 1 | .",
                "provider: breeding, draws: 5000 | draws: \"5000\" is not a whole number | 1024.",
                "provider: 'breeding:4', draws: 4 | draws: unknown key. Allowed: provider, | name.",
                "provider: breeding, model: m | model: unknown key. Allowed: provider, share | name.",
            })
    void a_wrong_rung_is_told_in_one_line_with_its_place(String rung, String told, String fix) {
        assertThat(problems("ladder:\n  - tuning\n  - {" + rung + "}"))
                .singleElement()
                .asString()
                .startsWith(root.resolve("plan.yaml") + ":5  ladder." + told)
                .contains(fix);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ladder: ldder.yaml | 3  ladder: \"ldder.yaml\" is neither a list | \"ladder.yaml\".",
                "ladder: breeding | 3  ladder: \"breeding\" is neither a list | \"[breeding]\".",
                "ladder: | 3  ladder: has no value. Give a list of rungs, | file that holds one.",
                "ladder: [] | 3  ladder: has no rung. Name one, | \"[breeding]\".",
                "ladder: {provider: ollama} | 3  ladder: is no list. | Start each item with \"-\".",
                "calls: 0 | 3  calls: \"0\" is not a whole number from 1 to 4096. | .",
                "reflection: -1 | 3  reflection: \"-1\" is not a whole number from 0 | .",
                "prompts: promts | 3  prompts: \"promts\" is no folder | \"prompts\".",
            })
    void what_is_wrong_around_the_rungs_is_told_with_its_line(
            String line, String told, String fix) {
        write("ladder.yaml", "ladder: [breeding]\n");
        write("prompts/README.txt", "");
        assertThat(problems(line))
                .singleElement()
                .asString()
                .startsWith(root.resolve("plan.yaml") + ":" + told)
                .contains(fix);
    }

    @ParameterizedTest
    @CsvSource({"0", "-3", "1.5", "5000", "many", "99999999999"})
    void a_wrong_number_of_draws_in_the_short_form_is_told_with_its_place(String draws) {
        assertThat(problems("ladder:\n  - tuning\n  - breeding:" + draws + " #"))
                .singleElement()
                .asString()
                .startsWith(root.resolve("plan.yaml") + ":5  ladder.provider: \"breeding:" + draws)
                .endsWith(
                        "draws \"%s\" programs for a proposal, which is not a whole number from 1"
                                        .formatted(draws)
                                + " to 1024.");
    }

    @Test
    void breeding_may_draw_several_programs_for_a_proposal() {
        assertThat(
                        read("ladder: [breeding, breeding:1, breeding:4,"
                                        + " {provider: breeding, draws: 16, share: 2},"
                                        + " {provider: breeding:64, name: wide}]")
                                .rungs())
                .containsExactly(
                        new Rung.Breeding("breeding", 1),
                        new Rung.Breeding("breeding:1", 1),
                        new Rung.Breeding("breeding:4", 1, 4),
                        new Rung.Breeding("breeding:16", 2, 16),
                        new Rung.Breeding("wide", 1, 64));
    }

    @Test
    void a_written_plan_draws_as_many() {
        Path plan = plan("ladder: [breeding, breeding:1, breeding:4]");
        Campaign campaign = CampaignReader.read(plan, List.of());
        String text = CampaignWriter.text(campaign, root);
        Campaign again = CampaignReader.read(write("again.yaml", text), List.of());
        assertThat(again.ladder()).isEqualTo(campaign.ladder());
        assertThat(PlanDifference.of(campaign, again)).isEmpty();
        assertThat(text).containsOnlyOnce("draws: 4").doesNotContain("draws: 1");
    }

    @Test
    void other_draws_are_another_plan() {
        Campaign four = plan("wide", 4);
        Campaign sixteen = plan("wide", 16);
        assertThat(PlanDifference.of(four, sixteen))
                .containsExactly("ladder.wide.draws: was 4, now 16");
        assertThat(PlanDigest.of(four)).isNotEqualTo(PlanDigest.of(sixteen));
    }

    private Campaign plan(String name, int draws) {
        String rung = "{provider: breeding, name: %s, draws: %d}".formatted(name, draws);
        return CampaignReader.read(plan("ladder: [" + rung + "]"), List.of());
    }

    @Test
    void two_rungs_of_one_name_are_told_at_the_second() {
        assertThat(problems("ladder:\n  - " + MODEL + "\n  - " + MODEL))
                .containsExactly(
                        root.resolve("plan.yaml")
                                + ":5  ladder.name: two rungs are called \"gpt\". Give one of them"
                                + " another \"name\".");
    }

    @Test
    void a_ladder_file_holds_a_ladder_and_nothing_else() {
        Path file = write("ladder.yaml", "rungs: [breeding]\n");
        assertThat(problems("ladder: ladder.yaml"))
                .containsExactly(
                        file + "  has no key \"ladder\" with a list of rungs below it.",
                        file + ":1  rungs: unknown key. Allowed: ladder.");
        write("ladder.yaml", "- breeding\n");
        assertThat(problems("ladder: ladder.yaml"))
                .containsExactly(
                        file + "  holds no keys. Start a line with one, as in \"budget: 60 s\".");
        write("ladder.yaml", "ladder:\n  - provider: opnai\n");
        assertThat(problems("ladder: ladder.yaml"))
                .singleElement()
                .asString()
                .startsWith(file + ":2  ladder.provider: \"opnai\" is not known.");
    }

    @ParameterizedTest
    @CsvSource({
        "'5 USD', '[{provider: ollama, model: m, size: 8 B, price: free}]'",
        "'5000 tokens', '[breeding]'",
        "'5 USD, 5000 tokens', '[breeding, tuning]'",
    })
    void a_budget_no_rung_ever_spends_is_told(String budget, String ladder) {
        Path file =
                write(
                        "plan.yaml",
                        "task: answers\nbudget: %s\nladder: %s\n".formatted(budget, ladder));
        assertThatExceptionOfType(CampaignException.class)
                .isThrownBy(() -> CampaignReader.read(file, List.of()))
                .withMessageStartingWith(
                        "%s:2  budget: \"%s\" is never reached".formatted(file, budget))
                .withMessageContaining("such as \"60 s\"");
    }

    @Test
    void a_prompt_with_an_unknown_variable_is_told_with_file_and_line() {
        Path file =
                write(
                        "words/patch.md",
                        "---\npurpose: x\nvariables: [parents]\n---\n{{#parents}}{{nxt}}{{/parents}}\n");
        assertThat(problems("prompts: words\nladder: [" + MODEL + "]"))
                .singleElement()
                .asString()
                .startsWith(file + ":5  {{nxt}}: unknown variable.")
                .endsWith("Maybe you meant \"next\".");
    }

    @Test
    void all_that_is_wrong_with_a_rung_is_told_at_once() {
        assertThat(problems("ladder:\n  - provider: openai\n    url: here\n    effort: much"))
                .extracting(problem -> problem.replaceAll(".*  ladder\\.(\\w+): .*", "$1"))
                .containsExactlyInAnyOrder("model", "url", "size", "price", "effort");
    }

    @Test
    void a_rung_may_have_more_calls_than_the_others() {
        Ladder ladder = read("calls: 4\nladder:\n  - %s\n  - %s".formatted(MODEL, MORE));
        assertThat(ladder.models()).extracting(rung -> rung.model().calls()).containsExactly(4, 32);
        assertThat(ladder.models().getLast().model().size()).isEqualTo(new ModelSize.Active(700e6));
        assertThat(ladder.models().getLast().model().price()).isInstanceOf(PriceList.PerHour.class);
    }

    private static final String MORE =
            "{provider: ollama, name: own, model: m, size: 700 M, price: {hour: 2 USD}, calls: 32}";

    @Test
    void several_rungs_are_chosen_among_by_the_law_unless_shares_are_told() {
        assertThat(read("ladder: [breeding]").allocation()).isEqualTo(Policy.SHARES);
        assertThat(read("ladder: [breeding, tuning]").allocation()).isEqualTo(Policy.LAW);
        String shared = "ladder: [breeding, {provider: tuning, share: 0.5}]";
        assertThat(read(shared).allocation()).isEqualTo(Policy.SHARES);
        assertThat(read(shared + "\nallocation: ucb1-per-cost").allocation())
                .isEqualTo(Policy.UCB1_PER_COST);
        assertThat(problems("ladder: [breeding, tuning]\nallocation: ucb"))
                .singleElement(STRING)
                .contains("allocation: \"ucb\" is not known.", "Maybe you meant \"ucb1\".");
    }

    private static String model(String name, String size, String more) {
        return "\n  - {provider: openai, model: %s, size: %s, price: free%s}"
                .formatted(name, size, more);
    }

    @Test
    void a_model_of_unknown_size_stands_where_its_capability_puts_it() {
        String known =
                model("a", "1 B", ", capability: 20 %") + model("b", "100 B", ", capability: 80 %");
        Ladder ladder =
                read(
                        "ladder:"
                                + known
                                + model("c", "unknown", ", capability: 50 %")
                                + "\n  - tuning");
        assertThat(ladder.rungs())
                .extracting(rung -> sizeOf(ladder.position(rung)))
                .satisfiesExactly(
                        size -> assertThat(size).isEqualTo(1e9),
                        size -> assertThat(size).isEqualTo(1e11),
                        size -> assertThat(size).isCloseTo(1e10, withinPercentage(0.01)),
                        size -> assertThat(size).isZero());
    }

    private static double sizeOf(Position position) {
        return position instanceof Position.OnCurve(var _, double size) ? size : 0;
    }

    @Test
    void without_two_known_sizes_a_capability_places_nobody() {
        String one =
                model("a", "1 B", ", capability: 20 %")
                        + model("b", "2 B", "")
                        + model("c", "unknown", ", capability: 50 %");
        assertThat(problems("ladder:" + one))
                .singleElement(STRING)
                .contains("two known sizes", "Tell the capability of more models");
        assertThat(problems("ladder:" + model("a", "1 B", ", capability: 0.2")))
                .singleElement(STRING)
                .contains("capability: \"0.2\" has no unit.");
        assertThat(problems("ladder:" + model("a", "1 B", ", capability: 100 %")))
                .singleElement(STRING)
                .contains("is not between \"0 %\" and \"100 %\"");
    }
}
