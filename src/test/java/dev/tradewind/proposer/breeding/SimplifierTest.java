package dev.tradewind.proposer.breeding;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenetics.ext.util.TreeNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Shorter, and the same to the last bit.
final class SimplifierTest {

    private static final String PARAMETERS = "(int a, int b, double x, double y, long l, float f)";
    private static final double[] REALS = {0, -0.0, 1, -1, 0.5, 3e9, -7.25, Double.NaN};
    private static final double[] MORE = {Double.POSITIVE_INFINITY, 1e-310, 2, -2, 150, 1e300};

    @ParameterizedTest
    @CsvSource({
        "a * 1, a",
        "1 * x, x",
        "x / 1.0, x",
        "x - 0.0, x",
        "a + 0, a",
        "-(-x), x",
        "Math.abs(Math.abs(x)), Math.abs(x)",
        "x < y ? x : x, x",
        "2 < 3 ? x : y, x",
        "1.5 + 2, 3.5",
        "'Math.max(a, a)', a",
        "(double) 3 / x, 3.0 / x",
        "2 * 3 + a - 0, 6 + a",
    })
    void what_says_the_same_gets_shorter(String before, String after) {
        assertThat(simplified(before)).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x + 0.0", // not for -0.0
                "x * 0.0", // not for NaN
                "x - x", // not for infinities
                "x / x",
                "0.0 - x", // -0.0 for 0.0
                "a * 1.0 / b", // an int division without the factor
                "1 / 0 + a", // throws
                "a / 1.0",
                "a - 0L",
                "Integer.MAX_VALUE + 1",
                "2000000000 + 2000000000",
                "(float) 0.1 + x",
            })
    void what_would_say_something_else_stays(String expression) {
        assertThat(simplified(expression)).isEqualTo(expression);
    }

    private static String simplified(String expression) {
        Body body =
                Seeds.body(
                        Seeds.method("double f" + PARAMETERS + " { return " + expression + "; }"));
        TreeNode<Symbol> tree = body.tree().copy();
        Simplifier.simplify(tree);
        return Renderer.expression(tree.childAt(0).childAt(0));
    }

    @Test
    void random_expressions_keep_every_bit_of_their_value() throws ReflectiveOperationException {
        List<String> methods = new ArrayList<>();
        int shorter = 0;
        for (int stream = 0; stream < 600; stream++) {
            String kind = List.of("double", "int", "long", "float", "boolean").get(stream % 5);
            Body body =
                    Seeds.body(
                            Seeds.method(
                                    kind
                                            + " f"
                                            + PARAMETERS
                                            + " { return "
                                            + (kind.equals("boolean") ? "true" : "0")
                                            + "; }"));
            TreeNode<Symbol> tree =
                    RandomBody.grown(
                            body, BreedingSettings.DEFAULT.nodes(), Breeder.random(stream));
            TreeNode<Symbol> simple = tree.copy();
            Simplifier.simplify(simple);
            Simplifier.joinSigns(simple);
            shorter += Trees.size(simple) < Trees.size(tree) ? 1 : 0;
            methods.add(method(kind, "before" + stream, tree));
            methods.add(method(kind, "after" + stream, simple));
        }
        assertThat(shorter).isGreaterThan(30);
        Class<?> type = loaded(methods);
        for (int stream = 0; stream < 600; stream++) {
            compare(type, stream);
        }
    }

    private static String method(String kind, String name, TreeNode<Symbol> tree) {
        Body.Place place = new Body.Place("", 0, 0, 4, true);
        return "public static " + kind + " " + name + PARAMETERS + Renderer.render(place, tree);
    }

    private static Class<?> loaded(List<String> methods) {
        String text = "public class Rule {\n" + String.join("\n", methods) + "\n}\n";
        Javac.Result result = Javac.compile(List.of(text));
        assertThat(result.broken()).isEmpty();
        return result.load(0, "Rule");
    }

    private static void compare(Class<?> type, int stream) throws ReflectiveOperationException {
        Method before = method(type, "before" + stream);
        Method after = method(type, "after" + stream);
        RandomGenerator random = Breeder.random(stream);
        for (int draw = 0; draw < 30; draw++) {
            Object[] arguments = {
                random.nextInt(-3, 100),
                random.nextInt(-3, 3),
                number(random),
                number(random),
                random.nextLong(-5, 5) << random.nextInt(40),
                (float) number(random)
            };
            assertThat(value(after, arguments)).isEqualTo(value(before, arguments));
        }
    }

    private static Method method(Class<?> type, String name) throws NoSuchMethodException {
        return type.getMethod(
                name, int.class, int.class, double.class, double.class, long.class, float.class);
    }

    private static double number(RandomGenerator random) {
        double[] some = random.nextBoolean() ? REALS : MORE;
        return some[random.nextInt(some.length)];
    }

    /// The result, or what is thrown. Boxed doubles are equal when their bits are.
    private static Object value(Method method, Object[] arguments) throws IllegalAccessException {
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException thrown) {
            return String.valueOf(thrown.getCause());
        }
    }
}
