package dev.tradewind.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Procedure;
import dev.tradewind.evaluation.Task;
import dev.tradewind.evaluation.TaskLimits;
import dev.tradewind.evaluation.Workings;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Descent;
import dev.tradewind.program.Program;
import dev.tradewind.sandbox.SandboxException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

class SandboxedGuardTest {

    private static final String SEED =
            Programs.rule("// EVOLVE-BLOCK-START\nreturn xs;\n// EVOLVE-BLOCK-END");

    private static SandboxedGuard guard(Compiler compiler) {
        return new SandboxedGuard(task(), Programs.RULES, compiler, () -> {});
    }

    private static Task task() {
        return new Task(
                "rules",
                Path.of("rules"),
                "",
                List.of(Objective.minimise("error", "1")),
                Program.of("Heuristic.java", SEED),
                new Workings.InJava(Map.of(), Map.of(), Map.of()),
                TaskLimits.DEFAULT,
                Procedure.PLAIN,
                Map.of(),
                List.of(),
                List.of());
    }

    private static Candidate proposed(String text) {
        Program program = Program.of("Heuristic.java", text);
        Descent descent = new Descent(List.of(program.id()), "breeding", "mutation");
        return Candidate.of(program, descent);
    }

    private static Verdict.Refused refused(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return (Verdict.Refused) verdict;
    }

    @Test
    void an_honest_candidate_is_admitted_with_entry_and_fingerprint() {
        Candidate candidate = proposed(SEED.replace("return xs", "return xs.clone()"));

        assertThat(guard(Programs.compiler()).admit(candidate))
                .isInstanceOfSatisfying(
                        Verdict.Admitted.class,
                        admitted -> {
                            var executable = admitted.executable();
                            assertThat(executable.candidate()).isEqualTo(candidate);
                            assertThat(executable.entry()).isEqualTo("candidate.Heuristic");
                            assertThat(executable.fingerprint()).hasSize(64);
                            assertThat(executable.classes())
                                    .containsOnlyKeys("candidate.Heuristic");
                        });
    }

    @Test
    void a_proposal_may_change_nothing_but_the_region() {
        Verdict verdict =
                guard(Programs.compiler()).admit(proposed(SEED.replace("public final", "public")));

        assertThat(refused(verdict).cause()).isEqualTo(FailureCause.FORBIDDEN);
        assertThat(refused(verdict).detail()).contains("Heuristic.java:6  differs from the seed");
    }

    @Test
    void a_program_written_by_hand_may_differ_from_the_seed_outside_the_region() {
        Program other = Program.of("Heuristic.java", Programs.rule("return xs;"));

        assertThat(guard(Programs.compiler()).admit(Candidate.seed(other)))
                .isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void a_verdict_tells_what_it_took_to_compile_and_to_check() {
        Duration compiling = Duration.ofMillis(3);
        Compiler slow = sources -> Programs.compiler().compile(sources).plus(compiling);
        Verdict admitted = guard(slow).admit(proposed(SEED));
        Verdict broken = guard(slow).admit(proposed(SEED.replace("return xs", "return ys")));

        assertThat(admitted.cpu()).isGreaterThan(compiling);
        assertThat(broken.cpu()).isEqualTo(compiling);
    }

    @Test
    void what_does_not_compile_is_refused_with_the_compilers_words() {
        Verdict verdict =
                guard(Programs.compiler()).admit(proposed(SEED.replace("return xs", "return ys")));

        assertThat(refused(verdict).cause()).isEqualTo(FailureCause.COMPILE);
        assertThat(refused(verdict).detail())
                .startsWith("Heuristic.java:12:")
                .contains("variable ys");
    }

    @Test
    void a_source_that_is_too_large_never_reaches_the_compiler() {
        String large = SEED.replace("return", "/*" + "x".repeat(70_000) + "*/ return");
        Compiler none = sources -> fail(sources);

        assertThat(refused(guard(none).admit(proposed(large))).cause())
                .isEqualTo(FailureCause.UNREADABLE);
    }

    private static Compiled fail(SortedMap<String, String> sources) {
        throw new AssertionError("compiled " + sources.keySet());
    }

    @Test
    void a_program_without_the_class_to_be_run_is_refused() {
        Program other = Program.of("Other.java", "public class Other {}");

        Verdict.Refused refused = refused(guard(Programs.compiler()).admit(Candidate.seed(other)));
        assertThat(refused.cause()).isEqualTo(FailureCause.COMPILE);
        assertThat(refused.detail())
                .isEqualTo("there is no class Heuristic. Maybe it was given another name.");
    }

    @Test
    void a_method_that_counting_makes_too_large_is_refused() {
        String loops = "while (xs[0] < 0) { xs[0]++; } ".repeat(1_900);
        Verdict verdict =
                guard(Programs.compiler())
                        .admit(
                                Candidate.seed(
                                        Program.of(
                                                "Heuristic.java",
                                                Programs.rule(loops + "return xs;"))));

        assertThat(refused(verdict).cause()).isEqualTo(FailureCause.COMPILE);
        assertThat(refused(verdict).detail()).startsWith("Heuristic is too large");
    }

    @Test
    void a_fault_of_the_outside_world_is_no_verdict() {
        Compiler broken =
                sources -> {
                    throw new SandboxException("no compiler for " + sources.keySet());
                };
        try (SandboxedGuard guard = guard(broken)) {
            assertThatExceptionOfType(SandboxException.class)
                    .isThrownBy(() -> guard.admit(proposed(SEED)));
        }
    }

    @Test
    void closing_ends_what_the_compiler_needs() {
        AtomicBoolean closed = new AtomicBoolean();
        new SandboxedGuard(task(), Programs.RULES, Programs.compiler(), () -> closed.set(true))
                .close();
        assertThat(closed).isTrue();
    }

    @Test
    void a_class_under_another_name_is_refused() {
        SortedMap<String, byte[]> classes = Programs.compile(SEED);
        SortedMap<String, byte[]> swapped = new TreeMap<>(classes);
        swapped.put("candidate.Other", classes.get("candidate.Heuristic"));

        assertThat(
                        refused(guard(_ -> new Compiled.Classes(swapped)).admit(proposed(SEED)))
                                .detail())
                .isEqualTo("candidate.Other is the file of another class");
    }

    /// Whatever the compile server sends, the guard answers.
    @Property(tries = 2_000)
    void a_damaged_class_file_gets_a_verdict(
            @ForAll @IntRange(max = 4_000) int at,
            @ForAll byte value,
            @ForAll @IntRange(max = 3) int more) {
        byte[] file = DAMAGEABLE.clone();
        for (int place = 0; place <= more; place++) {
            file[(at + place * 97) % file.length] = value;
        }
        SortedMap<String, byte[]> classes = new TreeMap<>(Map.of("candidate.Heuristic", file));

        assertThat(guard(_ -> new Compiled.Classes(classes)).admit(proposed(SEED))).isNotNull();
    }

    private static final byte[] DAMAGEABLE = damageable();

    private static byte[] damageable() {
        String body =
                """
                for (int i = 0; i < 3; i++) {
                    switch (i) {
                        case 1: xs[0]++;
                        default: xs[1] += Arrays.stream(xs).map(x -> x + 1).sum();
                    }
                }
                try { int[][] a = new int[2][3]; xs[2] = a.length; } finally { xs[0] = 1; }
                return (xs.length + "a").isEmpty() ? null : xs;
                """;
        return Programs.compile(Programs.rule(body)).values().iterator().next();
    }
}
