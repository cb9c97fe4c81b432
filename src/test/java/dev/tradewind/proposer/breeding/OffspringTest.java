package dev.tradewind.proposer.breeding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;
import dev.tradewind.program.Region;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// What comes of many proposals, generation after generation.
final class OffspringTest {

    private static final int FAMILIES = 40;
    private static final int GENERATIONS = 10;

    private final TreeBreeding breeding = new TreeBreeding(BreedingSettings.DEFAULT);
    private final RandomPrograms random = new RandomPrograms(BreedingSettings.DEFAULT);

    @ParameterizedTest
    @EnumSource
    void nineteen_of_twenty_children_compile(Seeds seed) {
        List<String> children = new ArrayList<>();
        for (int family = 0; family < FAMILIES; family++) {
            line(seed, family).stream().skip(1).map(Seeds::text).forEach(children::add);
        }
        Map<Integer, String> broken = Javac.compile(children).broken();
        assertThat(children).hasSizeGreaterThan(FAMILIES * GENERATIONS * 9 / 10);
        assertThat(broken.size())
                .as(
                        () ->
                                broken.entrySet().stream()
                                        .limit(3)
                                        .map(each -> each + "\n" + children.get(each.getKey()))
                                        .toList()
                                        .toString())
                .isLessThanOrEqualTo(children.size() / 20);
    }

    @ParameterizedTest
    @EnumSource
    void random_programs_compile(Seeds seed) {
        List<String> grown = new ArrayList<>();
        for (int stream = 0; stream < 200; stream++) {
            grown.add(Seeds.text(fresh(seed.candidate(), stream)));
        }
        Map<Integer, String> broken = Javac.compile(grown).broken();
        assertThat(broken.size())
                .as(() -> broken + "\n" + grown.get(broken.keySet().iterator().next()))
                .isLessThanOrEqualTo(grown.size() / 20);
    }

    @Property(tries = 60)
    void a_random_program_gives_a_value_to_each_result(@ForAll byte stream) {
        String grown = Seeds.text(fresh(Seeds.MANY_RESULTS.candidate(), stream));
        String region =
                grown.substring(
                        grown.indexOf("EVOLVE-BLOCK-START"), grown.indexOf("EVOLVE-BLOCK-END"));
        assertThat(region.lines().map(String::strip))
                .extracting(line -> line.replaceAll(" = .*", ""))
                .contains(
                        "rows", "columns", "depth", "order", "unroll", "fetch", "width", "copied",
                        "outside");
    }

    /// So that a run goes the same way whatever a proposer remembers.
    @Property(tries = 150)
    void a_program_reads_as_the_trees_it_was_written_from(@ForAll Seeds seed, @ForAll long stream) {
        Candidate grown = fresh(seed.candidate(), stream);
        List<Source> parents =
                List.of(
                        SyntaxReader.read(seed.candidate().program()),
                        SyntaxReader.read(grown.program()));
        RandomGenerator luck = Breeder.random(stream);
        Breeder breeder = new Breeder(BreedingSettings.DEFAULT);
        for (int generation = 0; generation < GENERATIONS; generation++) {
            if (breeder.breed(parents, luck) instanceof Breeder.Born(Source child, String _)) {
                Source read = SyntaxReader.read(child.program());
                if (Library.whollyRead(child)) {
                    assertThat(child).as(child.program().text("Rule.java")).isEqualTo(read);
                }
                parents = List.of(parents.getLast(), read);
            }
        }
    }

    @Property(tries = 100)
    void text_outside_the_regions_stays(@ForAll Seeds seed, @ForAll byte family) {
        String before = outside(seed.candidate().program());
        assertThat(line(seed, family)).allMatch(each -> outside(each.program()).equals(before));
    }

    @Property(tries = 60)
    void regions_grow_no_larger_than_their_bound_or_their_parents(
            @ForAll Seeds seed, @ForAll byte family) {
        Candidate start = seed.candidate();
        TreeBreeding tight = new TreeBreeding(new BreedingSettings(20, 4));
        int most = Math.max(20, size(start));
        List<Candidate> line = new ArrayList<>(List.of(start));
        for (int generation = 0; generation < 3 * GENERATIONS; generation++) {
            List<Candidate> parents = generation % 2 == 0 ? List.of(line.getLast()) : line;
            if (tight.propose(Ask.of(parents, 1_000L * family + generation))
                    instanceof Proposal.Proposed(Candidate child, var _)) {
                line.add(child);
            }
        }
        assertThat(line).allMatch(each -> size(each) <= most).anyMatch(each -> size(each) > 12);
    }

    private static int size(Candidate candidate) {
        return SyntaxReader.read(candidate.program()).size();
    }

    @Property(tries = 60)
    void children_differ_from_their_parents(@ForAll Seeds seed, @ForAll byte family) {
        List<Candidate> line = line(seed, family);
        for (Candidate each : line) {
            assertThat(each.descent().parents()).doesNotContain(each.id());
        }
    }

    private List<Candidate> line(Seeds seed, int family) {
        return line(seed.candidate(), family);
    }

    /// A child, its child with a random program, and so on.
    private List<Candidate> line(Candidate start, int family) {
        List<Candidate> line = new ArrayList<>(List.of(start));
        for (int generation = 0; generation < GENERATIONS; generation++) {
            long stream = 1_000L * family + generation;
            List<Candidate> parents =
                    generation % 2 == 0
                            ? List.of(line.getLast())
                            : List.of(line.getLast(), fresh(start, stream));
            if (breeding.propose(Ask.of(parents, stream))
                    instanceof Proposal.Proposed(Candidate child, var _)) {
                line.add(child);
            }
        }
        return line;
    }

    private Candidate fresh(Candidate parent, long stream) {
        return switch (random.propose(Ask.of(List.of(parent), stream))) {
            case Proposal.Proposed(Candidate candidate, var _) -> candidate;
            case Proposal.Declined declined -> throw new AssertionError(declined.detail());
            case Proposal.Advised advised -> throw new AssertionError(advised.advice());
        };
    }

    private static String outside(Program program) {
        String text = program.text("Rule.java");
        Region region = program.regions().getFirst();
        return text.substring(0, region.start()) + text.substring(region.end());
    }
}
