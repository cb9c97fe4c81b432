package dev.tradewind.proposer.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.github.javaparser.StaticJavaParser;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

final class ConstantTuningTest {

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.\"])-?[0-9][0-9_]*(\\.[0-9]*)?([eE]-?[0-9]+)?");

    private static final String MANY =
            """
            double f(int n, double x) {
                // 7 is no number of the program
                long big = 31L * n;
                float part = 0.5f;
                double bonus = x-1.5 + -2 * big;
                return n < 12 ? bonus / 3 : Math.pow(x, 1e-3) + part * 4.d;
            }
            """;

    private static final String STEADY =
            """
            double f(int[] xs, double[] out) {
                double[] sums = new double[16];
                byte small = 5;
                int mask = 0xFF ^ 017;
                String text = "42" + '7';
                sums[3] = xs[xs.length - 1] + list.get(2);
                for (int i = 0; i < xs.length; i += 2) {
                    sums[i % sums.length] = switch (xs[i]) { case 9 -> x; default -> y; };
                }
                return sums[0];
            }
            """;

    private final ConstantTuning tuning = new ConstantTuning();

    private static Candidate candidate(String method) {
        return Candidate.seed(
                Program.of(
                        "Rule.java",
                        "class Rule {\n    static final int FIXED = 77;\n    // EVOLVE-BLOCK-START\n"
                                + method
                                + "    // EVOLVE-BLOCK-END\n}\n"));
    }

    private static Candidate linear(String a, String b) {
        return candidate("double f(double x) {\n    return %s + %s * x;\n}\n".formatted(a, b));
    }

    private Candidate child(long stream, Candidate... parents) {
        Proposal proposal = tuning.propose(Ask.of(List.of(parents), stream));
        assertThat(proposal).isInstanceOf(Proposal.Proposed.class);
        return ((Proposal.Proposed) proposal).candidate();
    }

    private static String text(Candidate candidate) {
        return candidate.program().text("Rule.java");
    }

    private static List<Double> values(Candidate candidate) {
        return ConstantReader.read(candidate.program()).values();
    }

    @Test
    void equal_asks_get_equal_proposals() {
        Candidate other = child(99, candidate(MANY));
        for (int stream = 0; stream < 100; stream++) {
            Ask ask = Ask.of(List.of(candidate(MANY), other), stream);
            Proposal first = tuning.propose(ask);
            assertThat(tuning.propose(ask)).isEqualTo(first);
            assertThat(new ConstantTuning().propose(ask)).isEqualTo(first);
        }
    }

    @Test
    void all_numbers_of_the_region_are_found_with_their_signs() {
        assertThat(values(candidate(MANY)))
                .containsExactly(31.0, 0.5, 1.5, -2.0, 12.0, 3.0, 1e-3, 4.0);
    }

    @Test
    void nothing_but_numbers_changes_and_all_stay_finite() {
        Candidate parent = candidate(MANY);
        for (int stream = 0; stream < 2_000; stream++) {
            String text = text(child(stream, parent));
            assertThat(text).isNotEqualTo(text(parent)).contains("FIXED = 77;", "// 7 is");
            assertThat(NUMBER.matcher(text).replaceAll("#"))
                    .isEqualTo(NUMBER.matcher(text(parent)).replaceAll("#"));
            assertThat(StaticJavaParser.parse(text)).isNotNull();
            assertThat(values(child(stream, parent)))
                    .hasSize(8)
                    .allMatch(value -> Math.abs(value) <= Constant.LARGEST);
        }
    }

    @Test
    void integers_stay_integers_and_divisors_never_vanish() {
        Candidate parent = candidate("int f(int n) {\n    return n / 2 + 5;\n}\n");
        Pattern shape = Pattern.compile("return n / (-?[1-9][0-9]*) \\+ (-?[0-9]+);");
        for (int stream = 0; stream < 1_000; stream++) {
            assertThat(text(child(stream, parent))).containsPattern(shape);
        }
    }

    @Test
    void a_number_right_behind_a_minus_takes_no_sign() {
        Candidate parent = candidate("int f(int n) {\n    return n-1;\n}\n");
        for (int stream = 0; stream < 300; stream++) {
            assertThat(text(child(stream, parent))).doesNotContain("--");
        }
    }

    @Test
    void numbers_that_size_index_label_or_mask_stay() {
        assertThat(values(candidate(STEADY))).isEmpty();
    }

    @Test
    void bounds_of_loops_move_by_one() {
        Candidate parent = candidate("void f() {\n    for (int i = 0; i < 40; i++) {}\n}\n");
        Set<Double> seen =
                IntStream.range(0, 100)
                        .mapToObj(stream -> values(child(stream, parent)).getFirst())
                        .collect(Collectors.toSet());
        assertThat(seen).containsExactlyInAnyOrder(39.0, 41.0);
    }

    @Test
    void one_constant_moves_mostly_and_the_operator_counts_them() {
        Candidate parent = candidate(MANY);
        List<String> operators =
                IntStream.range(0, 2_000)
                        .mapToObj(stream -> child(stream, parent))
                        .peek(
                                child ->
                                        assertThat(child.descent().parents())
                                                .containsExactly(parent.id()))
                        .map(child -> child.descent().operator())
                        .toList();
        assertThat(share(operators, "tune 1 constant")).isCloseTo(0.6, within(0.05));
        assertThat(share(operators, "tune 2 constants")).isCloseTo(0.25, within(0.05));
        assertThat(share(operators, "tune 8 constants")).isCloseTo(0.05, within(0.03));
    }

    private static double share(List<String> all, String one) {
        return all.stream().filter(one::equals).count() / (double) all.size();
    }

    @Test
    void steps_have_a_heavy_tail_on_a_logarithmic_scale() {
        RandomGenerator random = new Random(7);
        double[] sizes = DoubleStream.generate(() -> Steps.size(random)).limit(100_000).toArray();
        assertThat(below(sizes, Steps.MEDIAN)).isCloseTo(0.5, within(0.01));
        assertThat(below(sizes, Steps.MEDIAN * Math.exp(-1.2))).isCloseTo(0.25, within(0.01));
        assertThat(below(sizes, 1)).isCloseTo(0.847, within(0.01));
        assertThat(below(sizes, 1e-3)).isBetween(0.06, 0.1);
        assertThat(below(sizes, 100)).isBetween(0.9, 0.97);
    }

    private static double below(double[] sizes, double limit) {
        return DoubleStream.of(sizes).filter(size -> size < limit).count() / (double) sizes.length;
    }

    @Test
    void parents_that_differ_in_numbers_alone_are_crossed_on_the_line_through_them() {
        Candidate one = linear("1.0", "10.0");
        Candidate two = linear("3.0", "30.0");
        List<Candidate> crossed =
                IntStream.range(0, 300)
                        .mapToObj(stream -> child(stream, one, two))
                        .filter(child -> child.descent().operator().startsWith("cross"))
                        .toList();
        assertThat(crossed)
                .hasSizeGreaterThan(80)
                .allSatisfy(
                        child -> {
                            List<Double> values = values(child);
                            assertThat(values.get(1)).isCloseTo(10 * values.get(0), within(1e-4));
                            assertThat(values.get(0)).isBetween(0.0, 4.0);
                        });
        assertThat(crossed.getFirst().descent().parents())
                .containsExactlyInAnyOrder(one.id(), two.id());
    }

    @Test
    void parents_of_different_text_are_not_crossed() {
        Candidate other = candidate("double f(double x) {\n    return 1.0 - 3.0 * x;\n}\n");
        for (int stream = 0; stream < 100; stream++) {
            assertThat(child(stream, linear("1.0", "3.0"), other).descent().operator())
                    .startsWith("tune");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"double f(double x) {\n    return x;\n}\n", "no Java 5 at all\n", ""})
    void where_there_is_no_number_it_says_so(String method) {
        Proposal proposal = tuning.propose(Ask.of(List.of(candidate(method)), 1));
        assertThat(proposal)
                .isInstanceOfSatisfying(
                        Proposal.Declined.class,
                        declined -> {
                            assertThat(declined.cause()).isEqualTo(FailureCause.UNREADABLE);
                            assertThat(declined.detail()).contains("no number to move");
                        });
    }

    @Test
    void a_parent_whose_markers_do_not_pair_is_declined() {
        Program broken = Program.of("Rule.java", "// EVOLVE-BLOCK-START\nclass Rule {}\n");
        assertThat(tuning.propose(Ask.of(List.of(Candidate.seed(broken)), 1)))
                .isInstanceOf(Proposal.Declined.class);
    }

    @Test
    void climbing_with_it_finds_what_random_restarts_do_not() {
        ToDoubleFunction<List<Double>> error =
                at -> Math.hypot(at.get(0) - 2.625, 0.1 * (at.get(1) + 47.3));
        int tries = 1_500;
        Random random = new Random(11);
        double restarts =
                IntStream.range(0, tries)
                        .mapToObj(
                                _ ->
                                        List.of(
                                                random.nextDouble(-100, 100),
                                                random.nextDouble(-100, 100)))
                        .mapToDouble(error)
                        .min()
                        .orElseThrow();
        Candidate best = linear("1.0", "1.0");
        for (int stream = 0; stream < tries; stream++) {
            Candidate child = child(stream, best);
            best =
                    error.applyAsDouble(values(child)) < error.applyAsDouble(values(best))
                            ? child
                            : best;
        }
        assertThat(error.applyAsDouble(values(best))).isLessThan(1e-3);
        assertThat(restarts).isGreaterThan(0.05);
    }
}
