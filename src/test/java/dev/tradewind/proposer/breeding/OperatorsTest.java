package dev.tradewind.proposer.breeding;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenetics.ext.util.TreeNode;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Each operator does what its name says, and no more.
final class OperatorsTest {

    private static final int TRIES = 200;

    private static final Body RULE =
            Seeds.body(
                    Seeds.method(
                            "double f(int a, int b, double x) {"
                                    + " return Math.sqrt(x * 2.5) - (a < 7 ? a - b : Math.max(x, 3.0)); }"));
    private static final Body OTHER =
            Seeds.body(
                    Seeds.method(
                            "double f(int a, int b, double y) { return Math.exp(y / 11.5) % 13.0; }"));
    private static final Body LOOP =
            Seeds.body(
                    Seeds.method(
                            "int f(int[] xs, int k) { int s = k; for (int i = 0; i < xs.length; i++)"
                                    + " { s += xs[i] * 3; } return s; }"));

    @Test
    void subtree_mutation_puts_a_new_expression_in_one_place() {
        List<TreeNode<Symbol>> children = children(RULE, bench -> Mutations.subtree(bench, 4));
        assertThat(children)
                .filteredOn(child -> changes(RULE.tree(), child) == 1)
                .hasSizeGreaterThan(TRIES * 2 / 3);
    }

    @Test
    void leaf_mutation_touches_one_leaf() {
        each(
                RULE,
                Mutations::leaf,
                child -> {
                    assertThat(changes(RULE.tree(), child)).isLessThanOrEqualTo(1);
                    assertThat(functions(child)).containsAll(functions(RULE.tree()));
                });
    }

    @Test
    void operator_mutation_keeps_operands_and_family() {
        List<String> leaves = leaves(RULE.tree()).stream().sorted().toList();
        each(
                RULE,
                Mutations::function,
                child -> {
                    assertThat(leaves(child)).containsAll(leaves);
                    assertThat(families(child)).containsSubsequence(families(RULE.tree()));
                    assertThat(child).isNotEqualTo(RULE.tree());
                });
    }

    @Test
    void constant_mutation_moves_one_literal() {
        each(
                RULE,
                Mutations::constant,
                child -> {
                    assertThat(shape(child)).isEqualTo(shape(RULE.tree()));
                    assertThat(different(RULE.tree(), child)).isLessThanOrEqualTo(1);
                });
    }

    @Test
    void constants_mutation_moves_several_literals_and_nothing_else() {
        List<Integer> moved = new ArrayList<>();
        each(
                RULE,
                Mutations::constants,
                child -> {
                    assertThat(shape(child)).isEqualTo(shape(RULE.tree()));
                    moved.add(different(RULE.tree(), child));
                });
        assertThat(moved).contains(1, 2, 3);
    }

    @Test
    void hoist_leaves_a_part_of_what_was_there() {
        each(
                RULE,
                Mutations::hoist,
                child -> {
                    assertThat(Trees.size(child)).isLessThan(Trees.size(RULE.tree()));
                    assertThat(leaves(RULE.tree())).containsAll(leaves(child));
                });
    }

    @Test
    void shrink_puts_something_small_in_the_place_of_something_larger() {
        int size = Trees.size(RULE.tree());
        assertThat(children(RULE, Mutations::shrink).stream().map(Trees::size))
                .filteredOn(smaller -> smaller < size)
                .hasSizeGreaterThan(TRIES / 2);
    }

    @Test
    void wrap_puts_a_function_around_what_was_there() {
        each(
                RULE,
                Mutations::wrap,
                child -> {
                    assertThat(Trees.size(child)).isGreaterThan(Trees.size(RULE.tree()));
                    assertThat(leaves(child)).containsAll(leaves(RULE.tree()));
                });
    }

    @Test
    void choice_adds_a_condition() {
        each(
                RULE,
                Mutations::choose,
                child -> {
                    assertThat(count(child, OperatorsTest::chooses)).isGreaterThan(1);
                    assertThat(leaves(child)).containsAll(leaves(RULE.tree()));
                });
    }

    @Test
    void subtree_crossover_takes_from_both() {
        List<TreeNode<Symbol>> children = children(RULE, Crossings::subtree);
        assertThat(children)
                .anyMatch(
                        child ->
                                Renderer.expression(value(child)).contains("11.5")
                                        && Renderer.expression(value(child)).contains("a < 7"));
        assertThat(children).allMatch(child -> changes(RULE.tree(), child) <= 1);
    }

    @Test
    void what_is_lent_mentions_names_of_its_new_place_only() {
        for (TreeNode<Symbol> child : children(RULE, Crossings::subtree)) {
            assertThat(Renderer.expression(value(child))).doesNotContain("y");
        }
    }

    @Test
    void constants_crossover_needs_a_program_of_the_same_shape() {
        assertThat(children(LOOP, Crossings::constants)).isEmpty();
        Body twin = RULE.with(RULE.tree().copy());
        Trees.all(twin.tree(), new Symbol.Constant(Kind.DOUBLE, "2.5")::equals)
                .forEach(node -> node.value(new Symbol.Constant(Kind.DOUBLE, "10.5")));
        for (int stream = 0; stream < TRIES; stream++) {
            Bench bench = new Bench(RULE, List.of(twin), Breeder.random(stream));
            assertThat(Crossings.constants(bench)).isTrue();
            assertThat(shape(bench.tree())).isEqualTo(shape(RULE.tree()));
            String text = Renderer.expression(value(bench.tree()));
            double blend = Double.parseDouble(text.replaceAll(".*\\* ([0-9.]+)\\).*", "$1"));
            assertThat(blend).isBetween(0.5, 12.5);
        }
    }

    @Test
    void an_assignment_is_inserted() {
        each(LOOP, Statements::assign, child -> more(child, LOOP, Symbol.Assign.class, 1));
    }

    @Test
    void a_return_is_inserted_under_a_condition() {
        each(
                LOOP,
                Statements::leave,
                child -> {
                    more(child, LOOP, Symbol.Return.class, 1);
                    more(child, LOOP, Symbol.If.class, 1);
                });
    }

    @Test
    void a_statement_is_put_under_a_condition() {
        each(
                LOOP,
                Statements::guard,
                child -> {
                    more(child, LOOP, Symbol.If.class, 1);
                    more(child, LOOP, Symbol.Assign.class, 0);
                });
    }

    @Test
    void a_statement_is_taken_away() {
        each(
                LOOP,
                Statements::delete,
                child ->
                        assertThat(Blocks.statements(child))
                                .hasSizeLessThan(Blocks.statements(LOOP.tree()).size()));
    }

    @Test
    void a_statement_is_repeated() {
        each(LOOP, Statements::duplicate, child -> more(child, LOOP, Symbol.Assign.class, 1));
    }

    @Test
    void an_expression_gets_a_name_that_is_used() {
        each(
                LOOP,
                Statements::name,
                child -> {
                    more(child, LOOP, Symbol.Declare.class, 1);
                    assertThat(count(child, new Symbol.Variable(Kind.INT, "v0")::equals))
                            .isBetween(1L, 2L);
                });
    }

    @Test
    void a_sum_over_an_array_is_inserted_and_used() {
        each(
                LOOP,
                Statements::accumulate,
                child -> {
                    more(child, LOOP, Symbol.For.class, 1);
                    assertThat(count(child, new Symbol.Variable(Kind.INT, "s0")::equals))
                            .isGreaterThan(1);
                });
    }

    @Test
    void statement_crossover_brings_a_statement_from_elsewhere() {
        List<TreeNode<Symbol>> children = new ArrayList<>();
        Body donor =
                Seeds.body(
                        Seeds.method(
                                "int f(int[] ys, int k) { for (int y : ys) { k -= y; } return k; }"));
        for (int stream = 0; stream < TRIES; stream++) {
            Bench bench = new Bench(LOOP, List.of(donor), Breeder.random(stream));
            if (Crossings.statement(bench)) {
                children.add(bench.tree());
            }
        }
        assertThat(children)
                .anyMatch(
                        child ->
                                Trees.any(child, Symbol.Each.class::isInstance)
                                        && Trees.any(child, Symbol.For.class::isInstance)
                                        && Flow.sound(LOOP, child));
    }

    @Test
    void heavier_operators_are_drawn_more_often() {
        Operators operators =
                new Operators(
                        List.of(
                                new Operators.Weighted(3, "often", _ -> true),
                                new Operators.Weighted(1, "seldom", _ -> true)));
        long often =
                io.jenetics.util.RandomRegistry.with(Breeder.random(1))
                        .call(
                                () ->
                                        IntStream.range(0, 4_000)
                                                .mapToObj(_ -> operators.draw().name())
                                                .filter("often"::equals)
                                                .count());
        assertThat(often).isBetween(2_850L, 3_150L);
    }

    private static void each(Body body, Change change, Consumer<TreeNode<Symbol>> check) {
        List<TreeNode<Symbol>> children = children(body, change);
        assertThat(children).isNotEmpty();
        children.forEach(check);
        assertThat(children)
                .as("all but a few are sound")
                .filteredOn(each -> Flow.sound(body, each))
                .isNotEmpty();
    }

    private static List<TreeNode<Symbol>> children(Body body, Change change) {
        TreeNode<Symbol> before = body.tree().copy();
        List<TreeNode<Symbol>> children = new ArrayList<>();
        for (int stream = 0; stream < TRIES; stream++) {
            Bench bench = new Bench(body, List.of(OTHER), Breeder.random(stream));
            if (change.on(bench)) {
                children.add(bench.tree());
            }
        }
        assertThat(body.tree()).as("the parent stays").isEqualTo(before);
        return children;
    }

    /// In how many places two trees part.
    private static int changes(TreeNode<Symbol> one, TreeNode<Symbol> two) {
        boolean same = name(one).equals(name(two)) && one.childCount() == two.childCount();
        return same
                ? IntStream.range(0, one.childCount())
                        .map(at -> changes(one.childAt(at), two.childAt(at)))
                        .sum()
                : 1;
    }

    /// What a node is, its kind aside, which mending may change.
    private static String name(TreeNode<Symbol> node) {
        return switch (node.value()) {
            case Symbol.Apply apply -> apply.function().name();
            case Symbol.Constant constant -> constant.text();
            case Symbol other -> other.toString();
        };
    }

    private static int different(TreeNode<Symbol> one, TreeNode<Symbol> two) {
        List<String> left = one.preorderStream().map(OperatorsTest::name).toList();
        List<String> right = two.preorderStream().map(OperatorsTest::name).toList();
        return (int)
                IntStream.range(0, left.size())
                        .filter(at -> !left.get(at).equals(right.get(at)))
                        .count();
    }

    private static List<String> shape(TreeNode<Symbol> tree) {
        return tree.preorderStream()
                .map(node -> node.value() instanceof Symbol.Constant ? "number" : name(node))
                .toList();
    }

    private static List<String> leaves(TreeNode<Symbol> tree) {
        return tree.leaves().map(OperatorsTest::name).toList();
    }

    private static List<String> functions(TreeNode<Symbol> tree) {
        return tree.preorderStream()
                .filter(node -> node.value() instanceof Symbol.Apply)
                .map(OperatorsTest::name)
                .toList();
    }

    private static List<Function.Family> families(TreeNode<Symbol> tree) {
        return tree.preorderStream()
                .map(TreeNode::value)
                .filter(Symbol.Apply.class::isInstance)
                .map(value -> ((Symbol.Apply) value).function().family())
                .sorted()
                .toList();
    }

    private static boolean chooses(Symbol symbol) {
        return symbol instanceof Symbol.Apply apply && apply.function() == Function.CHOOSE;
    }

    private static long count(TreeNode<Symbol> tree, Predicate<Symbol> test) {
        return Trees.all(tree, test).size();
    }

    private static void more(TreeNode<Symbol> child, Body parent, Class<?> type, int by) {
        assertThat(count(child, type::isInstance))
                .isEqualTo(count(parent.tree(), type::isInstance) + by);
    }

    private static TreeNode<Symbol> value(TreeNode<Symbol> body) {
        return body.childAt(0).childAt(0);
    }
}
