package dev.tradewind.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Executable;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.PreparedTask;
import dev.tradewind.evaluation.SandboxedEvaluator;
import dev.tradewind.evaluation.Split;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;
import dev.tradewind.sandbox.Isolation;
import dev.tradewind.sandbox.IsolationProbe;
import dev.tradewind.sandbox.WorkerPool;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// What a hostile program in Java may try, from its text to its score, in the best isolation there
/// is here. Rows are those of the attack table in the site's page on the sandbox. After each, the
/// next honest candidate gets its exact score and no process is left that no pool knows.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileJavaIT {

    private static final Isolation BEST = IsolationProbe.probe().chosen();
    private static final int PATIENCE_SECONDS = 30;

    private final PreparedTask task = SquaresTask.prepared();
    private final WorkerPool compilers =
            new WorkerPool(CompileService.child(SquaresTask.COMPILED.contract()), 1, BEST);
    private final WorkerPool workers = new WorkerPool(task.child(), 1, BEST);
    private final Guard guard =
            new SandboxedGuard(
                    task.task(),
                    SquaresTask.COMPILED.contract(),
                    new BatchingCompiler(compilers),
                    compilers::close);
    private final SandboxedEvaluator evaluator = new SandboxedEvaluator(task, workers);

    @AfterEach
    void the_next_honest_candidate_gets_its_exact_score() {
        assertThat(evaluate(SquaresTask.honest()))
                .isInstanceOfSatisfying(
                        Scored.class,
                        one -> assertThat(one.scores()).isEqualTo(SquaresTask.HONEST_SCORES));
        assertThat(strangers(PATIENCE_SECONDS)).isEmpty();
    }

    @AfterAll
    void closing_leaves_no_process() {
        evaluator.close();
        guard.close();
        assertThat(strangers(PATIENCE_SECONDS)).isEmpty();
    }

    /// Descendants that belong to no pool, given some time to be buried or to be known.
    private Set<Long> strangers(int seconds) {
        Set<Long> known =
                LongStream.concat(LongStream.of(workers.pids()), LongStream.of(compilers.pids()))
                        .boxed()
                        .collect(Collectors.toCollection(HashSet::new));
        List<ProcessHandle> strangers =
                ProcessHandle.current()
                        .descendants()
                        .filter(process -> !known.contains(process.pid()))
                        .toList();
        if (strangers.isEmpty() || seconds == 0) {
            return strangers.stream().map(ProcessHandle::pid).collect(Collectors.toSet());
        }
        CompletableFuture.allOf(
                        strangers.stream()
                                .map(ProcessHandle::onExit)
                                .toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, 1, TimeUnit.SECONDS)
                .join();
        return strangers(seconds - 1);
    }

    private Evaluation evaluate(Candidate candidate) {
        return switch (guard.admit(candidate)) {
            case Verdict.Refused(FailureCause cause, String detail, var _) ->
                    new Failed(cause, detail, Duration.ZERO);
            case Verdict.Admitted(Executable executable, var _) ->
                    evaluator.evaluate(executable, Split.TRAINING);
        };
    }

    private Failed fails(String program, FailureCause... causes) {
        Evaluation evaluation = evaluate(SquaresTask.candidate(program));
        assertThat(evaluation).as(program).isInstanceOf(Failed.class);
        Failed failed = (Failed) evaluation;
        assertThat(failed.cause()).as(failed.detail()).isIn((Object[]) causes);
        assertThat(failed.detail()).doesNotContain("\n").hasSizeLessThan(500);
        return failed;
    }

    private Executable admitted(String program) {
        Verdict verdict = guard.admit(SquaresTask.candidate(program));
        assertThat(verdict).isInstanceOf(Verdict.Admitted.class);
        return ((Verdict.Admitted) verdict).executable();
    }

    private static String body(String body) {
        return Programs.rule(body);
    }

    @Test
    void row_1_an_endless_loop_runs_out_of_fuel() {
        fails(body("while (true) { xs[0]++; }"), FailureCause.FUEL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return at(xs);",
                "Runnable[] r = {null}; r[0] = () -> r[0].run(); r[0].run(); return xs;"
            })
    void row_2_endless_recursion_overflows_its_stack(String body) {
        fails(body(body), FailureCause.CRASH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) { try { while (true) { xs[0]++; } } finally { continue; } }",
                "while (true) { try { while (true) { xs[0]++; } } finally { break; } } return xs;",
                "while (true) { try { new ArrayList<>(List.of(1)).removeIf(i -> { while (true) { } }); } finally { break; } } return xs;",
            })
    void row_3_a_finally_that_swallows_the_end_of_fuel_does_not_help(String body) {
        fails(body(body), FailureCause.FUEL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Throwable", "Error", "StackOverflowError", "VirtualMachineError"})
    void row_4_catching_everything_is_refused(String type) {
        fails(
                body("while (true) { try { xs[0]++; } catch (%s e) { } }".formatted(type)),
                FailureCause.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static int n = 1; static { while (n > 0) { n ^= 2; } }",
                "int n = 1; Heuristic() { while (n > 0) { n ^= 2; } }",
                "double n = loop(() -> { int i = 1; while (i > 0) { i ^= 2; } return 1.0; });"
                        + " static double loop(DoubleSupplier s) { return s.getAsDouble(); }",
                "int n = new Told(1).n(); record Told(int n) { public int n() { while (true) { } } }",
            })
    void row_5_endless_initialisers_constructors_lambdas_and_accessors_run_out_of_fuel(
            String member) {
        fails(Programs.rule("return xs;", member), FailureCause.FUEL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(0);",
                "Runtime.getRuntime().halt(0);",
                "\\u0053ystem.\\u0065xit(0);",
                "IntConsumer exit = System::exit; exit.accept(0);",
            })
    void row_6_ending_the_process_is_refused(String statement) {
        fails(body(statement + " return xs;"), FailureCause.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "long[][] kept = new long[99999][]; for (int i = 0; ; i++) { kept[i] = new long[99999]; } | FUEL",
                "Object o = new long[Integer.MAX_VALUE]; return xs; | FUEL",
                "Object o = new long[9999][9999]; return xs; | FUEL",
                "List<Object> all = new ArrayList<>(); while (true) { all.addAll(all); all.add(xs); } | MEMORY",
                "return Arrays.copyOf(xs, 1 << 28); | MEMORY",
                "Object o = new ArrayList<Object>(1 << 30); return xs; | MEMORY",
            })
    void row_7_hoarding_ends_by_fuel_or_memory(String body, FailureCause cause) {
        fails(body(body), cause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xs[0] = \"x\".repeat(1 << 30).length(); | FORBIDDEN",
                "xs[0] = java.math.BigInteger.TEN.pow(1 << 30).bitLength(); | FORBIDDEN",
                "xs[0] = Collections.nCopies(1 << 30, 1).stream().mapToInt(i -> i).sum(); | FORBIDDEN",
                "xs[0] = IntStream.generate(() -> 1).sum(); | FORBIDDEN",
                "xs[0] = \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\".matches(\"(a+)+b\") ? 1 : 0; | FORBIDDEN",
                "xs[0] = String.format(\"%999999999d\", 1).length(); | FORBIDDEN",
                "xs[0] = LongStream.range(0, Long.MAX_VALUE).sum(); | TIMEOUT",
            })
    void row_8_long_work_in_the_library_is_refused_or_killed(String statement, FailureCause cause) {
        fails(body(statement + " return xs;"), cause);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xs[0] = new java.io.File(\"/etc/passwd\").length();",
                "xs[0] = java.nio.file.Path.of(\"/etc/passwd\").getNameCount();",
                "xs[0] = System.getenv(\"OPENAI_API_KEY\").length();",
                "xs[0] = System.getProperty(\"user.home\").length();",
                "xs[0] = Integer.getInteger(\"secret\");",
                "try { new java.net.Socket(\"127.0.0.1\", 80); } catch (java.io.IOException e) { }",
            })
    void rows_9_to_11_files_settings_and_network_are_refused(String statement) {
        fails(body(statement + " return xs;"), FailureCause.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Thread(() -> { while (true) { } }).start();",
                "Thread.startVirtualThread(() -> { });",
                "java.util.concurrent.Executors.newCachedThreadPool().submit(() -> 1);",
                "java.util.concurrent.CompletableFuture.runAsync(() -> { });",
                "xs[0] = new ArrayList<>(List.of(1)).parallelStream().count();",
                "xs[0] = IntStream.range(0, 9).parallel().sum();",
                "new Timer(true);",
            })
    void row_12_threads_are_refused(String statement) {
        fails(body(statement + " return xs;"), FailureCause.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xs[0] = getClass().getDeclaredFields().length; | FORBIDDEN",
                "try { Class.forName(\"x\"); } catch (Exception e) { } | FORBIDDEN",
                "xs[0] = java.lang.invoke.MethodHandles.lookup().hashCode(); | FORBIDDEN",
                "java.lang.foreign.Linker.nativeLinker(); | FORBIDDEN",
                "sun.misc.Unsafe.getUnsafe(); | COMPILE",
                "java.lang.instrument.Instrumentation i = null; | COMPILE",
                "jdk.internal.misc.Unsafe.getUnsafe(); | COMPILE",
            })
    void row_13_reflection_and_unsafe_are_refused(String statement, FailureCause cause) {
        fails(body(statement + " return xs;"), cause);
    }

    @Test
    void row_14_a_class_loader_of_ones_own_is_refused() {
        fails(
                Programs.rule("return xs;", "static class Mine extends ClassLoader { }"),
                FailureCause.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.tradewind.sandbox", "java.lang", "rules"})
    void row_14_a_class_in_a_package_of_ours_is_refused(String name) {
        fails(
                "package %s; ".formatted(name) + body("return xs;"),
                FailureCause.COMPILE,
                FailureCause.FORBIDDEN);
    }

    @Test
    void row_14_two_candidates_with_classes_of_one_name_do_not_meet() {
        String squares =
                "for (int i = 0; i < xs.length; i++) { xs[i] = Tool.f(xs[i]); } return xs;";
        String tool = "static class Tool { static double f(double x) { return %s; } }";
        Evaluation right =
                evaluate(SquaresTask.candidate(Programs.rule(squares, tool.formatted("x * x"))));
        Evaluation wrong =
                evaluate(SquaresTask.candidate(Programs.rule(squares, tool.formatted("x"))));

        assertThat(((Scored) right).scores().first()).isZero();
        assertThat(((Scored) wrong).scores()).isEqualTo(SquaresTask.HONEST_SCORES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.tradewind.sandbox.Fuel.left = Integer.MAX_VALUE;",
                "dev.tradewind.sandbox.Fuel.start(Long.MAX_VALUE);",
            })
    void row_15_refuelling_does_not_compile(String statement) {
        fails(body(statement + " while (true) { }"), FailureCause.COMPILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Override protected void finalize() { while (true) { } }",
                "Object c = java.lang.ref.Cleaner.create();",
                "{ Runtime.getRuntime().addShutdownHook(new Thread()); }",
                "void hold() { synchronized (String.class) { while (true) { } } }",
                "synchronized void hold() { }",
            })
    void row_16_what_would_run_later_or_hold_others_up_is_refused(String member) {
        fails(Programs.rule("return xs;", member), FailureCause.FORBIDDEN);
    }

    @Test
    void row_17_statics_are_fresh_for_each_candidate_and_show_when_run_again() {
        String counts = Programs.rule("xs[0] += calls++; return xs;", "static int calls;");
        Executable executable = admitted(counts);
        Evaluation first = evaluator.evaluate(executable, Split.TRAINING);

        assertThat(digest(evaluator.evaluate(executable, Split.TRAINING))).isEqualTo(digest(first));
        assertThat(digest(evaluator.again(executable, Split.TRAINING))).isNotEqualTo(digest(first));
    }

    private static String digest(Evaluation evaluation) {
        assertThat(evaluation).isInstanceOf(Scored.class);
        return ((Scored) evaluation).digest();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.out.println(\"error: 0\");",
                "System.out.write(0);",
                "new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out));",
            })
    void row_18_writing_to_the_protocols_stream_is_refused(String statement) {
        fails(
                body(
                        "try { "
                                + statement
                                + " throw new java.io.IOException(); }"
                                + " catch (java.io.IOException e) { } return xs;"),
                FailureCause.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xs[0] = Double.NaN; return xs;",
                "xs[0] = Double.POSITIVE_INFINITY; return xs;",
                "return null;",
                "return new double[9];",
            })
    void row_22_answers_that_are_none_are_invalid(String body) {
        fails(body(body), FailureCause.INVALID_RESULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0; i < xs.length; i++) { xs[i] = 7e9; } return new double[xs.length];",
                "KEPT[0] = -0.0; return xs.length == 1 ? KEPT : new double[xs.length];",
            })
    void row_22_inputs_are_copies_and_a_kept_array_is_only_an_answer(String body) {
        Evaluation evaluation =
                evaluate(
                        SquaresTask.candidate(
                                Programs.rule(
                                        body, "static final double[] KEPT = new double[1];")));

        assertThat(((Scored) evaluation).scores().first()).isEqualTo(91);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Override public String toString() { while (true) { } }",
                "@Override public String getMessage() { while (true) { } }",
                "@Override public String getMessage() { StringBuilder s = new StringBuilder(\"x\");"
                        + " while (true) { s.append(s); } }",
                "@Override public String getMessage() { return \"\\u001b[2J\\n\\n\\u202e\"; }",
                "@Override public Throwable getCause() { return new Bomb(); }",
            })
    void row_23_nothing_of_a_hostile_exception_is_called(String member) {
        String bomb = "static class Bomb extends RuntimeException { %s }".formatted(member);

        assertThat(fails(Programs.rule("throw new Bomb();", bomb), FailureCause.CRASH).detail())
                .endsWith("threw candidate.Heuristic$Bomb");
    }

    @Test
    void row_23_a_long_chain_of_causes_is_a_crash() {
        fails(
                body(
                        "RuntimeException e = new RuntimeException(); for (int i = 0; i < 1000; i++) {"
                                + " e = new RuntimeException(e); } throw e;"),
                FailureCause.CRASH);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void row_25_a_bomb_for_the_compiler_is_refused(int bomb) {
        fails(bombs().get(bomb), FailureCause.COMPILE, FailureCause.UNREADABLE);
    }

    private static List<String> bombs() {
        String folding =
                IntStream.range(1, 40)
                        .mapToObj(
                                i ->
                                        "static final String S%1$d = S%2$d + S%2$d + S%2$d + S%2$d;"
                                                .formatted(i, i - 1))
                        .collect(
                                Collectors.joining(
                                        " ", "static final String S0 = \"0123456789\"; ", ""));
        String constants =
                IntStream.range(0, 9_000)
                        .mapToObj(i -> "i=" + (100_000 + i * 7) + ";")
                        .collect(Collectors.joining());
        String inference = "f(".repeat(60) + "null" + ")".repeat(60);
        return List.of(
                body("/*" + "x".repeat(20_000_000) + "*/ return xs;"),
                body("xs[0] = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "; return xs;"),
                body("xs[0] = " + "- ".repeat(30_000) + "1; return xs;"),
                Programs.rule("return xs;", folding),
                Programs.rule(
                        "int i; " + constants + " return xs;",
                        "int j() { int i; " + constants + " }"),
                Programs.rule(
                        "Object o = " + inference + "; return missing;",
                        "static <A, B extends Map<A, B>> Map<A, B> f(Map<? super A, ? extends B> m)"
                                + " { return null; } static <A> List<A> f(List<A> l) { return l; }"
                                + " static <A> Set<A> f(Set<A> l) { return l; }"));
    }

    @Test
    void row_25_of_a_batch_only_the_guilty_is_refused() throws Exception {
        List<String> programs = new ArrayList<>();
        for (int at = 1; at < bombs().size(); at++) {
            programs.add(bombs().get(at));
            programs.add(body("xs[0] += " + at + "; return xs;"));
        }
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Verdict>> verdicts =
                    programs.stream()
                            .map(
                                    text ->
                                            callers.submit(
                                                    () -> guard.admit(SquaresTask.candidate(text))))
                            .toList();
            for (int at = 0; at < programs.size(); at++) {
                assertThat(verdicts.get(at).get())
                        .isInstanceOf(at % 2 == 0 ? Verdict.Refused.class : Verdict.Admitted.class);
            }
        }
    }

    @Test
    void row_35_a_bomb_with_a_timer_shows_when_run_again() {
        String bomb =
                Programs.rule(
                        "return calls++ < 2 ? xs : new double[xs.length];", "static int calls;");
        Executable executable = admitted(bomb);
        Evaluation first = evaluator.evaluate(executable, Split.TRAINING);

        assertThat(digest(evaluator.again(executable, Split.TRAINING))).isNotEqualTo(digest(first));
    }

    @Test
    void row_35_what_differs_by_identity_hash_codes_is_refused() {
        fails(body("xs[0] = new Object().hashCode(); return xs;"), FailureCause.FORBIDDEN);
        fails(body("xs[0] = System.identityHashCode(xs); return xs;"), FailureCause.FORBIDDEN);
    }

    @Test
    void row_36_a_candidate_that_will_not_stop_is_killed_with_all_it_has() {
        long kills = workers.kills();

        fails(
                body(
                        "while (xs[0] > 0) { xs[0] += LongStream.range(0, Long.MAX_VALUE).sum(); }"
                                + " return xs;"),
                FailureCause.TIMEOUT);

        assertThat(workers.kills()).isEqualTo(kills + 1);
    }

    @Test
    @Tag("long")
    void row_37_five_hundred_kills_in_a_row_leave_a_pool_that_answers() {
        Executable killer = admitted(body("return Arrays.copyOf(xs, 1 << 28);"));
        long kills = workers.kills();

        for (int kill = 0; kill < 500; kill++) {
            assertThat(evaluator.evaluate(killer, Split.TRAINING)).isInstanceOf(Failed.class);
        }

        assertThat(workers.kills()).isEqualTo(kills + 500);
    }

    @Test
    void a_program_of_several_files_is_one_candidate() {
        Program program =
                Program.of("Heuristic.java", body("return Other.same(xs);"))
                        .with(
                                "tools/Other.java",
                                "class Other { static double[] same(double[] x) { return x; } }");

        assertThat(evaluate(Candidate.seed(program))).isInstanceOf(Scored.class);
    }
}
