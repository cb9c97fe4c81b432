package dev.tradewind.proposer.breeding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Proposer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the two proposers promise to their callers.
final class TreeBreedingTest {

    private final TreeBreeding breeding = new TreeBreeding(BreedingSettings.DEFAULT);
    private final RandomPrograms random = new RandomPrograms(BreedingSettings.DEFAULT);

    @ParameterizedTest
    @EnumSource
    void equal_asks_get_equal_proposals_whatever_was_asked_before(Seeds seed) {
        Candidate parent = proposed(breeding, List.of(seed.candidate()), 1);
        Candidate other = proposed(random, List.of(seed.candidate()), 2);
        for (int stream = 0; stream < 50; stream++) {
            Ask ask = Ask.of(List.of(parent, other), stream);
            Proposal first = breeding.propose(ask);
            assertThat(breeding.propose(ask)).isEqualTo(first);
            assertThat(new TreeBreeding(BreedingSettings.DEFAULT).propose(ask)).isEqualTo(first);
        }
    }

    @Test
    void a_child_names_its_parents_and_what_was_done() {
        Candidate one = Seeds.SCALAR.candidate();
        Candidate two = proposed(random, List.of(one), 5);
        Set<String> operators =
                IntStream.range(0, 200)
                        .mapToObj(stream -> proposed(breeding, List.of(one, two), stream))
                        .peek(
                                child -> {
                                    assertThat(child.descent().proposer()).isEqualTo("breeding");
                                    assertThat(child.descent().parents())
                                            .containsExactly(one.id(), two.id());
                                })
                        .map(child -> child.descent().operator())
                        .collect(Collectors.toSet());
        assertThat(operators).contains("subtree crossover", "fresh program");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Rule { no java at all",
                "class Rule {\n// EVOLVE-BLOCK-START\n// EVOLVE-BLOCK-END\n}",
                "class Rule {\n// EVOLVE-BLOCK-START\nint x = 1;\n// EVOLVE-BLOCK-END\n}",
                "class Rule {\n// EVOLVE-BLOCK-START\nint f() { return 1; }\n}",
                "class Rule {\n// EVOLVE-BLOCK-END\nint f() { return 1; }\n}",
                "class Rule { static {\n// EVOLVE-BLOCK-START\nint y = 1;\n// EVOLVE-BLOCK-END\n} }",
                "class Rule { int f() { return 1; } }",
                "",
            })
    void a_parent_nothing_can_be_bred_from_is_declined(String text) {
        for (Proposer proposer : List.of(breeding, random)) {
            Proposal proposal = proposer.propose(Ask.of(List.of(Seeds.candidate(text)), 1));
            assertThat(proposal)
                    .isInstanceOfSatisfying(
                            Proposal.Declined.class,
                            declined ->
                                    assertThat(declined.cause())
                                            .isEqualTo(FailureCause.UNREADABLE));
        }
    }

    @Test
    void where_there_is_nothing_to_vary_it_says_so() {
        String text = Seeds.method("String f(String s) { return s; }");
        Proposal proposal = breeding.propose(Ask.of(List.of(Seeds.candidate(text)), 1));
        assertThat(proposal)
                .isInstanceOfSatisfying(
                        Proposal.Declined.class,
                        declined -> assertThat(declined.cause()).isEqualTo(FailureCause.DUPLICATE));
    }

    @Test
    void files_beside_the_one_with_the_region_stay() {
        Program program = Seeds.SCALAR.candidate().program().with("Other.java", "class Other {}");
        Candidate child = proposed(breeding, List.of(Candidate.seed(program)), 3);
        assertThat(child.program().text("Other.java")).isEqualTo("class Other {}");
        assertThat(child.program().text("Rule.java")).isNotEqualTo(program.text("Rule.java"));
    }

    @Test
    void methods_in_two_files_are_both_varied() {
        String other = Seeds.SCALAR.text().replace("Rule", "Other");
        Program program = Seeds.SCALAR.candidate().program().with("Other.java", other);
        List<Candidate> children =
                IntStream.range(0, 40)
                        .mapToObj(
                                stream ->
                                        proposed(
                                                breeding, List.of(Candidate.seed(program)), stream))
                        .toList();
        assertThat(children).anyMatch(each -> !each.program().text("Other.java").equals(other));
        assertThat(children).anyMatch(each -> !Seeds.text(each).equals(Seeds.SCALAR.text()));
    }

    @Test
    void a_random_program_owes_nothing_to_how_its_parent_does_it() {
        Candidate one = Seeds.SCALAR.candidate();
        Candidate two = Seeds.candidate(Seeds.SCALAR.text().replace("item - room", "3.5 * room"));
        for (int stream = 0; stream < 20; stream++) {
            assertThat(proposed(random, List.of(one), stream).program())
                    .isEqualTo(proposed(random, List.of(two), stream).program());
        }
    }

    @Test
    void random_programs_use_every_parameter_and_come_in_all_sizes() {
        List<Candidate> grown =
                IntStream.range(0, 300)
                        .mapToObj(
                                stream ->
                                        proposed(random, List.of(Seeds.SCALAR.candidate()), stream))
                        .toList();
        for (String name : List.of("item", "room", "capacity")) {
            assertThat(grown)
                    .filteredOn(each -> inside(each).contains(name))
                    .hasSizeGreaterThan(150);
        }
        assertThat(grown.stream().map(Candidate::id).distinct().count()).isGreaterThan(240);
        assertThat(grown).anyMatch(each -> size(each) < 8).anyMatch(each -> size(each) > 40);
    }

    private static String inside(Candidate candidate) {
        String text = Seeds.text(candidate);
        return text.substring(text.indexOf("return"));
    }

    private static int size(Candidate candidate) {
        return SyntaxReader.read(candidate.program()).size();
    }

    private static Candidate proposed(Proposer proposer, List<Candidate> parents, long stream) {
        return switch (proposer.propose(Ask.of(parents, stream))) {
            case Proposal.Proposed(Candidate candidate, var _) -> candidate;
            case Proposal.Declined declined -> throw new AssertionError(declined.detail());
            case Proposal.Advised advised -> throw new AssertionError(advised.advice());
        };
    }
}
