package dev.tradewind.task;

import dev.tradewind.evaluation.Harness;
import dev.tradewind.evaluation.Judgement;
import dev.tradewind.evaluation.Scorer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The evaluator of `evaluators/bin-packing`, compiled from its sources as any task's is, with
/// ready-made rules to run on it. Instances are objects of the task's own class.
final class BinPackingTask {

    static final Path FOLDER = Path.of("evaluators/bin-packing");

    private static final BinPackingTask COMPILED = new BinPackingTask();

    private final Path classes;
    private final ClassLoader loader;

    private BinPackingTask() {
        try {
            classes = Files.createTempDirectory("bin-packing");
            compile(FOLDER.resolve("evaluator"), classes);
            loader = URLClassLoader.newInstance(new java.net.URL[] {classes.toUri().toURL()});
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static void compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(sources);
                StandardJavaFileManager manager =
                        compiler.getStandardFileManager(null, null, null)) {
            List<Path> java = files.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options = List.of("-d", classes.toString(), "-Xlint:all", "-Werror");
            var units = manager.getJavaFileObjectsFromPaths(java);
            if (!compiler.getTask(null, manager, null, options, null, units).call()) {
                throw new IllegalStateException("the evaluator does not compile");
            }
        }
    }

    /// Where the compiled evaluator lies.
    static Path classes() {
        return COMPILED.classes;
    }

    /// What a rule's class is loaded by, or by a child of it.
    static ClassLoader loader() {
        return COMPILED.loader;
    }

    static Scorer<Object> scorer() {
        return COMPILED.make("packing.scorer.BinPacking");
    }

    static Harness<Object, Object> harness() {
        return COMPILED.make("packing.harness.Packer");
    }

    /// The class is named by the caller, so the cast is as safe as its name.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private <T> T make(String name) {
        try {
            return (T) loader.loadClass(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError(name, broken);
        }
    }

    static Object instance(int capacity, int mostBins, int... items) {
        try {
            var bytes = new ByteArrayOutputStream();
            var out = new DataOutputStream(bytes);
            out.writeInt(capacity);
            out.writeInt(mostBins);
            out.writeInt(items.length);
            for (int item : items) {
                out.writeInt(item);
            }
            return harness().read(input(bytes.toByteArray()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The sizes of an instance's items.
    static int[] items(Object instance) {
        try {
            return (int[]) instance.getClass().getMethod("items").invoke(instance);
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError("items", broken);
        }
    }

    static int capacity(Object instance) {
        try {
            return (int) instance.getClass().getMethod("capacity").invoke(instance);
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError("capacity", broken);
        }
    }

    /// A rule that scores one bin at a time, given item and room left.
    static Object perBin(ToDoubleBiFunction<Integer, Integer> score) {
        return rule(
                "packing.PerBinRule",
                arguments -> score.applyAsDouble((Integer) arguments[0], (Integer) arguments[1]));
    }

    /// A rule that scores all bins at once, given item and room left in each.
    static Object wide(Wide scores) {
        return rule(
                "packing.Rule",
                arguments -> scores.of((Integer) arguments[0], (int[]) arguments[1]));
    }

    interface Wide {
        Object of(int item, int[] bins);
    }

    private static Object rule(String type, Function<Object[], Object> answer) {
        try {
            return Proxy.newProxyInstance(
                    COMPILED.loader,
                    new Class<?>[] {COMPILED.loader.loadClass(type)},
                    (_, _, arguments) -> answer.apply(arguments));
        } catch (ClassNotFoundException broken) {
            throw new LinkageError(type, broken);
        }
    }

    /// What a rule does on an instance, as the harness writes it down.
    static byte[] certificate(Object rule, Object instance) {
        return certificate(harness(), rule, instance);
    }

    static byte[] certificate(Harness<Object, Object> harness, Object rule, Object instance) {
        var bytes = new ByteArrayOutputStream();
        try {
            harness.run(() -> rule, instance, new DataOutputStream(bytes));
        } catch (Harness.GiveUp _) {
            // What it wrote before says why.
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    static Judgement judge(Object instance, byte[] certificate) throws IOException {
        return scorer().judge(instance, input(certificate));
    }

    static DataInputStream input(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    /// The bin of each item, as people read it.
    static String bins(Object rule, Object instance) {
        try {
            return scorer().describe(instance, input(certificate(rule, instance)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
