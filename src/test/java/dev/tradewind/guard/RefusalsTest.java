package dev.tradewind.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What candidates may not use, and what they are told.
class RefusalsTest {

    @Test
    void a_message_says_who_does_what_and_what_is_allowed() {
        assertThat(Programs.refusal(Programs.rule("System.exit(0); return xs;")))
                .isEqualTo(
                        "Heuristic calls java.lang.System.exit(int), which candidates may not use:"
                                + " a candidate ends by returning.");
        assertThat(
                        Programs.refusal(
                                Programs.rule(
                                        "return new double[] {new Scanner(\"1\").nextInt()};")))
                .isEqualTo(
                        "Heuristic makes new java.util.Scanner(String), which candidates may not"
                                + " use. Only computation is allowed: the task's own types,"
                                + " java.lang.Math, strings, collections and streams.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Runtime.getRuntime().halt(0)                 | java.lang.Runtime.getRuntime()",
                "\\u0053ystem.exit(0)                          | java.lang.System.exit(int)",
                "IntConsumer c = System::exit; c.accept(0)    | java.lang.System.exit(int)",
                "Runnable r = Runtime.getRuntime()::gc        | java.lang.Runtime.getRuntime()",
                "System.out.println(1)                        | reads java.lang.System.out",
                "System.getenv()                              | java.lang.System.getenv()",
                "System.getProperty(\"a\")                    | java.lang.System.getProperty(String)",
                "Integer.getInteger(\"a\")                    | java.lang.Integer.getInteger(String)",
                "Long.getLong(\"a\")                          | java.lang.Long.getLong(String)",
                "Boolean.getBoolean(\"a\")                    | java.lang.Boolean.getBoolean(String)",
                "System.nanoTime()                            | java.lang.System.nanoTime()",
                "System.identityHashCode(xs)                  | java.lang.System.identityHashCode(Object)",
                "xs.hashCode()                                | java.lang.Object.hashCode()",
                "super.hashCode()                             | java.lang.Object.hashCode()",
                "Kind.A.hashCode()                            | Heuristic.Kind.hashCode(), which candidates may not use: it differs",
                "Math.random()                                | java.util.Random(42)",
                "new Random()                                 | new java.util.Random()",
                "new SplittableRandom()                       | new java.util.SplittableRandom()",
                "Collections.shuffle(new ArrayList<>())       | java.util.Collections.shuffle(List)",
                "new Random(1).ints()                         | java.util.Random.ints()",
                "java.util.concurrent.ThreadLocalRandom.current() | ThreadLocalRandom.current()",
                "UUID.randomUUID()                            | java.util.UUID.randomUUID()",
                "java.time.Instant.now()                      | java.time.Instant.now()",
                "\"x\".repeat(1 << 30)                        | java.lang.String.repeat(int)",
                "new StringBuilder().repeat(\"x\", 9)         | java.lang.StringBuilder.repeat(CharSequence, int)",
                "String.format(\"%9d\", 1)                    | java.lang.String.format(String, Object[])",
                "\"%9d\".formatted(1)                         | java.lang.String.formatted(Object[])",
                "\"x\".matches(\"(x+)+y\")                    | java.lang.String.matches(String)",
                "\"x\".split(\"x\")                           | java.lang.String.split(String)",
                "\"x\".replaceAll(\"x\", \"y\")               | java.lang.String.replaceAll(String, String)",
                "\"x\".intern()                               | java.lang.String.intern()",
                "java.util.regex.Pattern.compile(\"x\")       | java.util.regex.Pattern.compile(String)",
                "java.math.BigInteger.TEN.pow(1 << 30)        | java.math.BigInteger",
                "new java.math.BigDecimal(1).pow(9)           | java.math.BigDecimal",
                "Collections.nCopies(1 << 30, 1)              | java.util.Collections.nCopies(int, Object)",
                "Collections.synchronizedList(null)           | java.util.Collections.synchronizedList(List)",
                "Stream.generate(() -> 1)                     | java.util.stream.Stream.generate(Supplier)",
                "IntStream.iterate(0, i -> i + 1)             | java.util.stream.IntStream.iterate(int, IntUnaryOperator)",
                "new ArrayList<>(List.of(1)).parallelStream() | java.util.ArrayList.parallelStream()",
                "Stream.of(1).parallel()                      | java.util.stream.Stream.parallel()",
                "Arrays.parallelSort(xs)                      | java.util.Arrays.parallelSort(double[])",
                "new Thread(() -> {}).start()                 | new java.lang.Thread(Runnable)",
                "Thread.ofVirtual()                           | java.lang.Thread.ofVirtual()",
                "Thread.sleep(1)                              | java.lang.Thread.sleep(long)",
                "new Timer()                                  | new java.util.Timer()",
                "java.util.concurrent.Executors.newCachedThreadPool() | Executors.newCachedThreadPool()",
                "getClass()                                   | java.lang.Object.getClass()",
                "Object o = String.class.getName()            | java.lang.Class.getName()",
                "Class.forName(\"x\")                         | java.lang.Class.forName(String)",
                "java.lang.invoke.MethodHandles.lookup()      | java.lang.invoke.MethodHandles.lookup()",
                "java.lang.foreign.Arena.global()             | java.lang.foreign.Arena.global()",
                "new java.io.File(\"x\").length()             | new java.io.File(String)",
                "java.nio.file.Path.of(\"x\")                 | java.nio.file.Path.of(String, String[])",
                "new java.net.Socket(\"x\", 1)                | new java.net.Socket(String, int)",
                "java.lang.ref.Cleaner.create()               | java.lang.ref.Cleaner.create()",
                "new Object().wait()                          | java.lang.Object.wait()",
                "new RuntimeException().printStackTrace()     | java.lang.RuntimeException.printStackTrace()",
                "new RuntimeException().getStackTrace()       | java.lang.RuntimeException.getStackTrace()",
                "new IdentityHashMap<String, String>()        | new java.util.IdentityHashMap()",
                "Ledger.total++                               | writes rules.Ledger.total",
                "new Ledger() {}.entries = 3                  | writes ",
            })
    void a_member_that_is_not_on_the_list_is_refused(String statement, String found) {
        String source =
                Programs.rule(
                        "try { if (xs.length > 0) { %s; } } catch (Exception e) { return null; } return xs;"
                                .formatted(statement),
                        "enum Kind { A }");
        assertThat(Programs.refusal(source)).startsWith("Heuristic").contains(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "native void go();                                    | has a native method, go",
                "synchronized void go() {}                            | has a synchronized method, go",
                "void go() { synchronized (String.class) {} }         | has a synchronized block",
                "protected void finalize() {}                         | has a finalizer",
                "void go() { try { at(null); } catch (Throwable t) {} } | catches java.lang.Throwable",
                "void go() { try { at(null); } catch (Error t) {} }   | catches java.lang.Error",
                "void go() { try { at(null); } catch (VirtualMachineError t) {} } | uses java.lang.VirtualMachineError",
                "void go() { try { at(null); } catch (StackOverflowError t) {} } | uses java.lang.StackOverflowError",
                "void go() { try { at(null); } catch (OutOfMemoryError t) {} } | uses java.lang.OutOfMemoryError",
                "'void go() { try { at(null); } catch (RuntimeException | Error t) {} }' | catches java.lang.Error",
                "class L extends ClassLoader {}                       | java.lang.ClassLoader",
                "class T extends Thread {}                            | java.lang.Thread",
                "class B extends ArrayList<String> {}                 | extends java.util.ArrayList",
                "class E extends Error {}                             | java.lang.Error",
                "java.io.Serializable go() { return (java.io.Serializable & Runnable) () -> {}; } | java.lang.invoke.SerializedLambda",
                "java.util.concurrent.Callable<String> go() { return () -> \"\"; } | java.util.concurrent.Callable",
                "record R(int r) { static void f(Object o) { if (o instanceof java.io.File f) {} } } | java.io.File",
                "static double f(Object o) { return switch (o) { case Thread.State.NEW -> 1; default -> 2; }; } | dynamic constant",
            })
    void a_member_of_a_class_that_is_more_than_computation_is_refused(String member, String found) {
        assertThat(Programs.refusal(Programs.rule("return xs;", member))).contains(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try { at(xs); } catch (Throwable t) { throw t; }",
                "try { at(xs); } catch (Throwable t) { RuntimeException e = new MatchException(t.toString(), t); throw e; }",
            })
    void a_handler_that_only_looks_like_that_of_a_record_pattern_is_refused(String statement) {
        assertThat(Programs.refusal(Programs.rule(statement + " return xs;")))
                .contains("catches java.lang.Throwable");
    }

    @Test
    void a_reference_inherited_by_a_class_of_ones_own_is_found() {
        String source =
                Programs.rule(
                        "return xs;",
                        "static class Mine extends RuntimeException {"
                                + " StackTraceElement[] go() { return getStackTrace(); } }");
        assertThat(Programs.refusal(source))
                .startsWith("Heuristic.Mine calls ")
                .contains("getStackTrace()");
    }
}
