package dev.tradewind.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.TreeMap;

/// What a candidate may try once it runs, without the guard before it: steps of fuel are written
/// into the programs by hand. After each, the next honest candidate gets its exact score.
class HostileCandidatesTest {

    private static final PreparedTask TASK = CurveTask.prepared();
    private static final String STEP = CurveTask.STEP;

    private final SandboxedEvaluator evaluator = SameProcess.evaluator(TASK);

    @AfterEach
    void the_next_honest_candidate_gets_its_exact_score() {
        assertThat(evaluator.evaluate(CurveTask.line(), Split.TRAINING))
                .isInstanceOfSatisfying(
                        Scored.class,
                        one -> assertThat(one.scores()).isEqualTo(CurveTask.LINE_SCORES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) { STEP }",
                "while (true) { try { while (true) { STEP } } finally { STEP continue; } }",
                "int[] sum = {0}; Runnable loop = () -> { while (true) { STEP sum[0]++; } };"
                        + " loop.run(); return xs;",
            })
    void an_endless_loop_runs_out_of_fuel(String body) {
        assertFails(body, FailureCause.FUEL, "near#1: took more steps than its fuel allows");
    }

    @Test
    void swallowing_the_fuel_error_does_not_hide_it() {
        assertFails(
                "while (true) { try { while (true) { STEP } } finally { break; } } return xs;",
                FailureCause.FUEL,
                "near#1: took more steps than its fuel allows");
    }

    @Test
    void endless_recursion_overflows_its_own_small_stack_only() {
        assertFails("return at(xs);", FailureCause.CRASH, "near#1: stack overflow");
    }

    @Test
    void a_process_that_saw_a_stack_overflow_asks_to_be_replaced() throws Exception {
        RunService service = new RunService();
        service.greet(TASK.child().greeting());
        var known = new RunRequest.Instances.Known(Split.TRAINING, false);

        Executable recursion = CurveTask.curve("return at(xs);");
        service.answer(new RunRequest(recursion.entry(), recursion.classes(), known).toBytes());
        assertThat(service.worn()).isTrue();

        Executable line = CurveTask.line();
        service.answer(new RunRequest(line.entry(), line.classes(), known).toBytes());
        assertThat(service.worn()).as("still, whatever came later").isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static int count; static { while (count >= 0) { STEP } }",
                "int count; { while (count >= 0) { STEP } }",
                "record Loop(int n) { public int n() { while (true) { STEP } } }"
                        + " final int count = new Loop(1).n();",
            })
    void an_endless_initialiser_runs_out_of_fuel(String member) {
        Executable candidate = CurveTask.curve("return xs;", member.replace("STEP", STEP));

        assertThat(failed(candidate).cause()).isEqualTo(FailureCause.FUEL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return new double[dev.tradewind.sandbox.Fuel.array(Integer.MAX_VALUE)];",
                "double[][] kept = new double[10_000][];"
                        + " for (int at = 0; ; at++) { STEP"
                        + " kept[at] = new double[dev.tradewind.sandbox.Fuel.array(100_000)]; }",
            })
    void hoarding_arrays_runs_out_of_fuel(String body) {
        assertFails(body, FailureCause.FUEL, "near#1: took more steps than its fuel allows");
    }

    @Test
    void more_memory_than_there_is_ends_that_candidate_only() {
        assertFails(
                "return new double[Integer.MAX_VALUE];",
                FailureCause.MEMORY,
                "near#1: out of memory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curves.Curve",
                "java.lang.Number2",
                "dev.tradewind.sandbox.Fuel",
                "javax.tools.Mine"
            })
    void a_class_that_would_stand_in_for_another_is_refused(String name) {
        Map<String, byte[]> classes = new TreeMap<>(CurveTask.line().classes());
        classes.put(name, new byte[] {1});

        assertThat(failed(CurveTask.executable("candidate.Heuristic", classes)))
                .satisfies(
                        one -> {
                            assertThat(one.cause()).isEqualTo(FailureCause.FORBIDDEN);
                            assertThat(one.detail()).endsWith("cannot be named " + name);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.tradewind.evaluation.RunService",
                "dev.tradewind.evaluation.Harness",
                "curves.harness.Runner"
            })
    void neither_tradewind_nor_the_harness_can_be_seen(String name) {
        assertFails(
                "try { Class.forName(\"%s\"); return xs; }".formatted(name)
                        + " catch (ClassNotFoundException _) { throw new RuntimeException(); }",
                FailureCause.CRASH,
                "near#1: threw java.lang.RuntimeException");
    }

    @Test
    void a_static_is_fresh_for_each_candidate() {
        Executable counts =
                CurveTask.curve(
                        "if (calls++ > 2) { return null; } return xs;", "static int calls;");

        for (int run = 0; run < 3; run++) {
            assertThat(evaluator.evaluate(counts, Split.TRAINING))
                    .extracting(one -> one instanceof Scored)
                    .isEqualTo(true);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xs[0] += calls++; return xs;",
                "return ++calls < 3 ? xs : new double[xs.length];"
            })
    void what_is_carried_from_instance_to_instance_shows_when_run_again(String body) {
        Executable carries = CurveTask.curve(body, "static int calls;");

        Evaluation first = evaluator.evaluate(carries, Split.TRAINING);
        Evaluation second = evaluator.again(carries, Split.TRAINING);

        assertThat(second).isInstanceOf(Scored.class).isNotEqualTo(first);
        assertThat(((Scored) second).digest()).isNotEqualTo(((Scored) first).digest());
    }

    @Test
    void what_differs_from_run_to_run_shows_when_run_again() {
        Executable random = CurveTask.curve("xs[0] = Math.random(); return xs;");

        Scored first = (Scored) evaluator.evaluate(random, Split.TRAINING);
        Scored second = (Scored) evaluator.again(random, Split.TRAINING);

        assertThat(second.digest()).isNotEqualTo(first.digest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Double.NaN", "Double.NEGATIVE_INFINITY", "0.0 / 0"})
    void a_result_that_is_no_number_is_invalid(String value) {
        assertThat(failed(CurveTask.curve("xs[0] = %s; return xs;".formatted(value))))
                .satisfies(
                        one -> {
                            assertThat(one.cause()).isEqualTo(FailureCause.INVALID_RESULT);
                            assertThat(one.detail()).startsWith("near#1: counted [");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "new double[2]", "new double[0]"})
    void a_result_of_the_wrong_shape_is_invalid(String result) {
        assertThat(failed(CurveTask.curve("return %s;".formatted(result))).cause())
                .isEqualTo(FailureCause.INVALID_RESULT);
    }

    @Test
    void changing_the_inputs_changes_nobody_elses() {
        Executable changes = CurveTask.curve("xs[0] = 5; return xs;");

        assertThat(evaluator.evaluate(changes, Split.TRAINING)).isInstanceOf(Scored.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public String getMessage() { while (true) { calls++; } }",
                "public String toString() { return \"x\".repeat(1 << 30); }",
                "public StackTraceElement[] getStackTrace() { throw new Error(); }",
                "public Throwable getCause() { while (true) { calls++; } }",
                "public Throwable fillInStackTrace() { return this; }",
            })
    void an_exception_with_hostile_methods_is_named_and_nothing_more(String method) {
        Executable throwing =
                CurveTask.curve(
                        "throw new Bomb();",
                        "static int calls; static class Bomb extends RuntimeException { %s }"
                                .formatted(method));

        assertThat(failed(throwing))
                .satisfies(
                        one -> {
                            assertThat(one.cause()).isEqualTo(FailureCause.CRASH);
                            assertThat(one.detail())
                                    .isEqualTo("near#1: threw candidate.Heuristic$Bomb");
                        });
    }

    @Test
    void a_hostile_exception_is_not_asked_when_the_harness_wraps_it() {
        Executable throwing =
                CurveTask.curve(
                        "return xs;",
                        """
                        static class Bomb extends RuntimeException {
                            public String toString() { while (true) { calls++; } }
                            public String getMessage() { while (true) { calls++; } }
                        }
                        static int calls;
                        static { if (calls == 0) throw new Bomb(); }
                        """);

        assertThat(failed(throwing).cause()).isEqualTo(FailureCause.CRASH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RuntimeException bare = new RuntimeException();"
                        + " bare.setStackTrace(new StackTraceElement[0]); throw bare;",
                "Throwable chain = new RuntimeException(); for (int at = 0; at < 1000; at++) {"
                        + " chain = new RuntimeException(chain); } throw (RuntimeException) chain;",
                "RuntimeException a = new RuntimeException();"
                        + " RuntimeException b = new RuntimeException(a); a.initCause(b); throw b;",
                "java.util.List.of(1).add(2); return xs;",
                "throw new OutOfMemoryError();",
            })
    void what_a_candidate_throws_is_never_blamed_on_the_evaluator(String body) {
        assertThat(failed(CurveTask.curve(body)).cause())
                .isIn(FailureCause.CRASH, FailureCause.MEMORY);
    }

    @Test
    void a_long_name_is_cut_and_cleaned() {
        String name = "Bomb\u202e" + "x".repeat(300);
        Executable throwing =
                CurveTask.curve(
                        "throw new %s();".formatted(name),
                        "static class %s extends RuntimeException {}".formatted(name));

        assertThat(failed(throwing).detail()).hasSizeLessThan(220).doesNotContain("\u202e");
    }

    @Test
    void a_class_that_is_not_what_the_contract_asks_crashes_without_blaming_the_harness() {
        Executable stranger = CurveTask.program("package candidate; public class Heuristic {}");

        assertThat(failed(stranger))
                .satisfies(
                        one -> {
                            assertThat(one.cause()).isEqualTo(FailureCause.CRASH);
                            assertThat(one.detail()).contains("ClassCastException");
                        });
    }

    @Test
    void rubbish_in_place_of_a_class_file_crashes() {
        Map<String, byte[]> rubbish = Map.of("candidate.Heuristic", new byte[100]);

        assertThat(failed(CurveTask.executable("candidate.Heuristic", rubbish)).cause())
                .isEqualTo(FailureCause.CRASH);
    }

    private void assertFails(String body, FailureCause cause, String detail) {
        Failed failed = failed(CurveTask.curve(body.replace("STEP", STEP)));

        assertThat(failed.cause()).isEqualTo(cause);
        assertThat(failed.detail()).isEqualTo(detail);
    }

    private Failed failed(Executable candidate) {
        Evaluation evaluation = evaluator.evaluate(candidate, Split.TRAINING);
        assertThat(evaluation).isInstanceOf(Failed.class);
        return (Failed) evaluation;
    }
}
