package dev.tradewind.bench;

import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.evaluation.MethodTask;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Row;
import dev.tradewind.guard.Guard;
import dev.tradewind.guard.SandboxedGuard;
import dev.tradewind.guard.Verdict;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;
import dev.tradewind.sandbox.Isolation;

import java.io.IOException;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.tools.ToolProvider;

/// Loops as candidates have them, as they are or as the guard makes them.
record ScalarLoops(Class<?> type) {

    /// Its methods.
    static final List<String> NAMES = List.of("priority", "xorshift", "reduction");

    private static final String CLASS = "Loops";
    private static final String FILE = CLASS + ".java";
    private static final String SOURCE =
            """
            public final class Loops {
                // EVOLVE-BLOCK-START
                public static double priority() {
                    double[] bins = new double[2000];
                    for (int at = 0; at < bins.length; at++) {
                        bins[at] = at % 97;
                    }
                    double sum = 0;
                    for (int item = 20; item < 520; item++) {
                        double best = Double.NEGATIVE_INFINITY;
                        for (int at = 0; at < bins.length; at++) {
                            double left = bins[at] + 500 - item;
                            if (left < 8) {
                                continue;
                            }
                            double score = left < 25 ? -left - 100 : left * left / item - left;
                            if (score > best) {
                                best = score;
                                sum += at;
                            }
                        }
                    }
                    return sum;
                }

                public static double xorshift() {
                    long state = 88172645463325252L;
                    int odd = 0;
                    for (int step = 0; step < 1000000; step++) {
                        state ^= state << 13;
                        state ^= state >>> 7;
                        state ^= state << 17;
                        if ((state & 1) != 0) {
                            odd++;
                        }
                    }
                    return odd;
                }

                public static double reduction() {
                    double[] values = new double[2000];
                    for (int at = 0; at < values.length; at++) {
                        values[at] = at % 97;
                    }
                    double sum = 0;
                    for (int pass = 0; pass < 500; pass++) {
                        for (int at = 0; at < values.length; at++) {
                            sum += values[at] * values[at];
                        }
                    }
                    return sum;
                }
                // EVOLVE-BLOCK-END
            }
            """;

    /// One of them.
    @FunctionalInterface
    public interface Loop {
        /// Runs it once.
        double run();
    }

    /// As the JDK's compiler makes them.
    ///
    /// @param folder to compile in
    static ScalarLoops plain(Path folder) throws IOException, ReflectiveOperationException {
        Path source = Files.writeString(folder.resolve(FILE), SOURCE);
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-proc:none", "-g:none", source.toString());
        if (failed != 0) {
            throw new IllegalStateException("the loops do not compile");
        }
        byte[] file = Files.readAllBytes(folder.resolve(CLASS + ".class"));
        return new ScalarLoops(new Loader(Map.of(CLASS, file)).loadClass(CLASS));
    }

    /// As the guard lets them pass.
    static ScalarLoops guarded(Isolation isolation) throws ReflectiveOperationException {
        try (Guard guard = SandboxedGuard.of(task(), isolation)) {
            return switch (guard.admit(Candidate.seed(Program.of(FILE, SOURCE)))) {
                case Verdict.Admitted(var loops, var _) ->
                        new ScalarLoops(new Loader(loops.classes()).loadClass(loops.entry()));
                case Verdict.Refused refused ->
                        throw new IllegalStateException("the loops are refused: " + refused);
            };
        }
    }

    private static CompiledTask task() {
        List<Row> rows = List.of(Row.of());
        return new MethodTask<>(
                        "priority",
                        Double.class,
                        Program.of(FILE, SOURCE),
                        Objective.minimise("nothing", "1"),
                        new MethodTask.Rows(rows, rows, rows))
                .rated((_, result) -> result);
    }

    Loop loop(String name) throws ReflectiveOperationException {
        return MethodHandleProxies.asInterfaceInstance(
                Loop.class,
                MethodHandles.publicLookup()
                        .findStatic(type, name, MethodType.methodType(double.class)));
    }

    /// Defines them beside nothing but what this process has.
    private static final class Loader extends ClassLoader {

        private final Map<String, byte[]> files;

        Loader(Map<String, byte[]> files) {
            super(ScalarLoops.class.getClassLoader());
            this.files = files;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] file = files.get(name);
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, file, 0, file.length);
        }
    }
}
