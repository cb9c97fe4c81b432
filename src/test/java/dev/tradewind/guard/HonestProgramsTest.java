package dev.tradewind.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/// What people and models write in good faith is admitted, and does the same with its steps
/// counted.
class HonestProgramsTest {

    private static final long AMPLE = 1_000_000;
    private static final double[] XS = {3, -1, 4, 1, -5, 9, 2.5, 6};

    static Stream<String> bodies() {
        return Stream.of(
                "return Arrays.stream(xs).map(x -> x * x + twice(1)).sorted().toArray();",
                """
                List<Double> all = new ArrayList<>();
                for (double x : xs) { all.add(x); }
                all.sort(Comparator.comparing((Double x) -> Math.abs(x)).thenComparing(x -> x));
                return all.stream().mapToDouble(Double::doubleValue).toArray();
                """,
                """
                Map<Integer, Double> sums = new TreeMap<>();
                for (double x : xs) { sums.merge((int) x % 3, x, Double::sum); }
                return sums.entrySet().stream().mapToDouble(e -> e.getKey() + e.getValue()).toArray();
                """,
                """
                PriorityQueue<double[]> queue = new PriorityQueue<>((a, b) -> Double.compare(a[0], b[0]));
                for (double x : xs) { queue.add(new double[] {x}); }
                double[] ys = new double[xs.length];
                int at = 0;
                while (!queue.isEmpty()) { ys[at++] = queue.poll()[0]; }
                return ys;
                """,
                """
                Random random = new Random(42);
                SplittableRandom other = new SplittableRandom(7);
                return IntStream.range(0, 5).mapToDouble(i -> random.nextGaussian() + other.nextInt(9))
                        .toArray();
                """,
                """
                double[][] table = new double[xs.length][3];
                int[][][] deep = new int[2][3][];
                deep[1][2] = new int[] {4, 5};
                outer:
                for (int i = 0; i < xs.length; i++) {
                    for (int j = 0; j < 3; j++) {
                        if (j == 2 && xs[i] < 0) { continue outer; }
                        table[i][j] = xs[i] * j + deep[1][2][1];
                    }
                }
                return Stream.of(table).flatMapToDouble(Arrays::stream).toArray();
                """,
                """
                int tries = 0;
                do {
                    try { if (tries % 2 == 0) { throw new IllegalStateException("odd"); } }
                    catch (IllegalStateException e) { xs[0] += e.getMessage().length(); }
                    finally { tries++; }
                } while (tries < 7);
                return xs.clone();
                """,
                """
                StringBuilder text = new StringBuilder();
                for (double x : xs) { text.append((int) x).append(','); }
                String joined = text + "; " + xs.length + 'c' + 1.5f + true;
                return joined.chars().mapToDouble(c -> c).toArray();
                """,
                """
                BitSet sieve = new BitSet(100);
                sieve.set(2, 100);
                for (int p = sieve.nextSetBit(2); p >= 0 && p * p < 100; p = sieve.nextSetBit(p + 1)) {
                    for (int q = p * p; q < 100; q += p) { sieve.clear(q); }
                }
                return sieve.stream().asDoubleStream().toArray();
                """,
                """
                long h = 1234567L;
                for (int i = 0; i < 50; i++) { h ^= h << 13; h ^= h >>> 7; h ^= h << 17; }
                int bits = Long.bitCount(h) + Integer.numberOfTrailingZeros((int) h | 16);
                return new double[] {h, bits, Math.floorMod(h, 7), StrictMath.sin(bits)};
                """,
                """
                class Local { double sum; void add(double x) { sum += x; } }
                Local local = new Local();
                for (double x : xs) { local.add(x); }
                Runnable twice = () -> local.add(local.sum);
                twice.run();
                return new double[] {local.sum};
                """,
                "assert xs.length > 0 : \"empty\"; var copy = new ArrayList<>(List.of(1, 2, 3));"
                        + " Collections.shuffle(copy, new Random(3)); copy.removeIf(i -> i > 2);"
                        + " return new double[] {copy.get(0), copy.hashCode(), copy.toString().length()};",
                "return DoubleStream.of(xs).boxed().collect(Collectors.groupingBy(x -> x > 0,"
                        + " TreeMap::new, Collectors.averagingDouble(x -> x)))"
                        + ".values().stream().mapToDouble(x -> x).toArray();",
                "String s = switch (xs.length) { case 1, 2 -> \"few\"; case 8 -> \"eight\";"
                        + " default -> { String t = \"\"; for (int i = 0; i < 3; i++) { t += i; }"
                        + " yield t; } }; return new double[] {s.length(), s.indexOf(\"g\")};");
    }

    static Stream<String> programs() {
        return Stream.of(
                Programs.rule(
                        "Shape[] all = {new Circle(2), new Box(3, new Circle(1)), new Box(1, null)};"
                                + " double[] ys = new double[3];"
                                + " for (int i = 0; i < 3; i++) { ys[i] = area(all[i]); } return ys;",
                        """
                        sealed interface Shape permits Circle, Box {}
                        record Circle(double r) implements Shape {
                            Circle { if (r < 0) { throw new IllegalArgumentException("r < 0"); } }
                        }
                        record Box(double side, Shape inner) implements Shape {}
                        static double area(Shape shape) {
                            return switch (shape) {
                                case Box(double a, Circle(double r)) when a > r -> a * a - r;
                                case Box b -> b.side() + b.hashCode() * 0 + b.toString().length();
                                case Circle c -> Math.PI * c.r() * c.r();
                            };
                        }
                        """),
                Programs.rule(
                        "double s = 0; for (Move m : Move.values()) { s += m.weight() + m.ordinal();"
                                + " s += switch (m) { case UP -> 1; case DOWN -> 2; }; }"
                                + " return new double[] {s, Move.valueOf(\"UP\").ordinal(),"
                                + " new EnumMap<Move, Integer>(Map.of(Move.UP, 4)).get(Move.UP)};",
                        "enum Move { UP { double weight() { return 3; } }, DOWN;"
                                + " double weight() { return 7; } }"),
                Programs.rule(
                        "Object[] os = {1, \"two\", 3.0, 'c', List.of(1, 2), new int[4]};"
                                + " return Stream.of(os).mapToDouble(Heuristic::size).toArray();",
                        """
                        static double size(Object o) {
                            return switch (o) {
                                case Integer i when i > 5 -> i;
                                case Integer i -> -i;
                                case String s -> s.length();
                                case List<?> l -> l.size();
                                case int[] a -> a.length;
                                default -> o instanceof Double d ? d : 0.5;
                            };
                        }
                        """),
                Programs.rule(
                        "Node<Double> root = null; for (double x : xs) { root = Node.put(root, x); }"
                                + " List<Double> out = new ArrayList<>();"
                                + " if (root != null) { root.walk(out::add); }"
                                + " return out.stream().mapToDouble(x -> x).toArray();",
                        """
                        static final class Node<T extends Comparable<T>> {
                            final T value; Node<T> left; Node<T> right;
                            Node(T value) { this.value = value; }
                            static <T extends Comparable<T>> Node<T> put(Node<T> n, T v) {
                                if (n == null) { return new Node<>(v); }
                                if (v.compareTo(n.value) < 0) { n.left = put(n.left, v); }
                                else { n.right = put(n.right, v); }
                                return n;
                            }
                            void walk(Consumer<T> to) {
                                if (left != null) { left.walk(to); }
                                to.accept(value);
                                if (right != null) { right.walk(to); }
                            }
                        }
                        """),
                Programs.rule(
                        "double s = 0; for (int i : new Count(5)) { s += i; }"
                                + " Ledger book = new Ledger() {"
                                + " @Override protected int add(int e) { return super.add(e) + 1; }"
                                + " int both() { return add(4) + entries; } };"
                                + " try { throw new Mine(3); } catch (Mine m) { s += m.code; }"
                                + " return new double[] {s, TABLE[3], book.entries, memo.size()};",
                        """
                        static final int[] TABLE = new int[10];
                        static { for (int i = 0; i < 10; i++) { TABLE[i] = i * i; } }
                        final Map<String, Integer> memo = new HashMap<>();
                        { for (String k : List.of("a", "b")) { memo.put(k, k.length()); } }
                        static class Mine extends RuntimeException {
                            final int code;
                            Mine(int code) { super("mine " + code); this.code = code; }
                        }
                        record Count(int n) implements Iterable<Integer> {
                            public Iterator<Integer> iterator() {
                                return new Iterator<>() {
                                    int at;
                                    public boolean hasNext() { return at < n; }
                                    public Integer next() { return at++; }
                                };
                            }
                        }
                        """),
                Programs.rule(
                        "return new double[] {new Pre(xs.length).v, fib(12), even(10) ? 1 : 0};",
                        """
                        static class Pre {
                            final int v;
                            Pre(int n) { int s = 0; for (int i = 0; i < n; i++) { s += i; } this(s, true); }
                            Pre(int s, boolean ok) { super(); v = s; }
                        }
                        int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
                        static boolean even(int n) { return n == 0 || odd(n - 1); }
                        static boolean odd(int n) { return n != 0 && even(n - 1); }
                        """),
                Programs.rule(
                        "return new double[] {new Pair(switch (xs.length) { case 0 -> 1.0; default -> {"
                                + " double m = 0; int i = 0; while (i < xs.length) {"
                                + " m = Math.max(m, xs[i++]); } yield m; } }, 2).sum()};",
                        "record Pair(double a, double b) { double sum() { return a + b; } }"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_body_is_admitted_and_answers_the_same(String body) {
        assertUnchanged(Programs.rule(body));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void a_program_of_several_classes_is_admitted_and_answers_the_same(String program) {
        assertUnchanged(program);
    }

    private static void assertUnchanged(String source) {
        double[] plain = new Loaded(Programs.compile(source)).answer(AMPLE, XS.clone());
        Loaded metered = new Loaded(Programs.safe(source).classes());
        metered.link();

        assertThat(metered.answer(AMPLE, XS.clone())).isEqualTo(plain);
    }
}
