package dev.tradewind.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.evaluation.FailureCause;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// Programs as text, compiled and looked at in the tests' own process.
final class Programs {

    static final String ENTRY = "candidate.Heuristic";

    private static final String CONTRACT =
            """
            package rules;

            public interface Rule {
                double[] at(double[] xs);

                default double twice(double x) {
                    return 2 * x;
                }
            }
            """;

    private static final String LEDGER =
            """
            package rules;

            public abstract class Ledger {
                public static int total;
                public int entries;

                protected int add(int entry) {
                    entries++;
                    return entry;
                }
            }
            """;

    /// Most steps these programs are granted.
    static final long FUEL = 1 << 30;

    static final SortedMap<String, byte[]> RULES =
            raw("rules", Map.of("Rule.java", CONTRACT, "Ledger.java", LEDGER));

    private static final CompileService SERVICE = service();
    private static final BytecodeGuard GUARD = new BytecodeGuard(RULES, FUEL);

    private Programs() {}

    /// The classes of one file, as the compile server makes them.
    static SortedMap<String, byte[]> compile(String source) {
        return compile(new TreeMap<>(Map.of("Heuristic.java", source)));
    }

    static SortedMap<String, byte[]> compile(SortedMap<String, String> sources) {
        Compiled compiled = compiler().compile(sources);
        assertThat(compiled).as("%s", sources).isInstanceOf(Compiled.Classes.class);
        return ((Compiled.Classes) compiled).files();
    }

    static boolean compiles(String source) {
        return compiler().compile(new TreeMap<>(Map.of("Heuristic.java", source)))
                instanceof Compiled.Classes;
    }

    /// The compile server's half in this process; one at a time.
    static Compiler compiler() {
        return sources -> {
            synchronized (SERVICE) {
                byte[] answer = SERVICE.answer(CompileFrames.request(List.of(sources)));
                return CompileFrames.readAnswer(answer, 1).getFirst();
            }
        };
    }

    private static CompileService service() {
        CompileService service = new CompileService();
        service.greet(CompileFrames.greeting(RULES));
        return service;
    }

    static BytecodeGuard.Outcome inspect(String source) {
        return GUARD.inspect(compile(source), ENTRY);
    }

    static BytecodeGuard.Outcome.Safe safe(String source) {
        BytecodeGuard.Outcome outcome = inspect(source);
        assertThat(outcome).as("%s", source).isInstanceOf(BytecodeGuard.Outcome.Safe.class);
        return (BytecodeGuard.Outcome.Safe) outcome;
    }

    static String refusal(String source) {
        BytecodeGuard.Outcome outcome = inspect(source);
        assertThat(outcome).as("%s", source).isInstanceOf(BytecodeGuard.Outcome.Unsafe.class);
        BytecodeGuard.Outcome.Unsafe refused = (BytecodeGuard.Outcome.Unsafe) outcome;
        assertThat(refused.cause()).isEqualTo(FailureCause.FORBIDDEN);
        assertThat(refused.detail()).doesNotContain("\n").hasSizeLessThan(260);
        return refused.detail();
    }

    /// A rule with this body and further members.
    static String rule(String body, String members) {
        return """
        import java.util.*;
        import java.util.function.*;
        import java.util.stream.*;
        import rules.*;

        public final class Heuristic implements Rule {
            %s

            @Override
            public double[] at(double[] xs) {
                %s
            }
        }
        """
                .formatted(members, body);
    }

    static String rule(String body) {
        return rule(body, "");
    }

    private static SortedMap<String, byte[]> raw(String unit, Map<String, String> sources) {
        List<Source> files =
                sources.entrySet().stream()
                        .map(
                                file ->
                                        new Source(
                                                unit,
                                                "/" + file.getKey(),
                                                file.getValue()
                                                        .substring("package rules;".length())))
                        .toList();
        try {
            Javac.Findings findings = new PlainJavac(javac(), files(Map.of())).run(files);
            assertThat(findings.broken()).isEmpty();
            return new TreeMap<>(findings.classes());
        } catch (Javac.Failure broken) {
            throw new AssertionError(broken);
        }
    }

    private static JavaCompiler javac() {
        return ToolProvider.getSystemJavaCompiler();
    }

    private static CompilerFiles files(Map<String, byte[]> contract) {
        return new CompilerFiles(javac().getStandardFileManager(null, Locale.ROOT, null), contract);
    }
}
