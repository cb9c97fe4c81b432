package dev.tradewind.task;

import dev.tradewind.evaluation.Harness;
import dev.tradewind.evaluation.Judgement;
import dev.tradewind.evaluation.Material;
import dev.tradewind.evaluation.Scorer;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Suite;

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
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// The evaluator of `evaluators/cap-set`, compiled from its sources as any task's is, with
/// ready-made rules to run on it.
final class CapSetTask {

    private static final Path FOLDER = Path.of("evaluators/cap-set");

    private static final ClassLoader LOADER = compiled();

    private CapSetTask() {}

    private static ClassLoader compiled() {
        try {
            Path classes = Files.createTempDirectory("cap-set");
            BinPackingTask.compile(FOLDER.resolve("evaluator"), classes);
            return URLClassLoader.newInstance(new java.net.URL[] {classes.toUri().toURL()});
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Scorer<Object> scorer() {
        return make("caps.scorer.CapSet");
    }

    private static Harness<Object, Object> harness() {
        return make("caps.harness.Greedy");
    }

    /// The class is named by the caller, so the cast is as safe as its name.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T make(String name) {
        try {
            return (T) LOADER.loadClass(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError(name, broken);
        }
    }

    static List<Suite<Object>> suites(Split split, long seed) {
        try {
            Material material = new Material(new SplittableRandom(seed), FOLDER, Map.of());
            return scorer().suites(split, material);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The plain order in a dimension from 3.
    static Object plain(int n) {
        return suites(Split.TEST, 1).get(n - 3).instances().getFirst();
    }

    /// As the harness is sent it.
    static byte[] written(Object instance) {
        var bytes = new ByteArrayOutputStream();
        try {
            scorer().write(instance, new DataOutputStream(bytes));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    static Object rule(ToDoubleFunction<int[]> priority) {
        try {
            return Proxy.newProxyInstance(
                    LOADER,
                    new Class<?>[] {LOADER.loadClass("caps.Priority")},
                    (_, _, arguments) -> priority.applyAsDouble((int[]) arguments[0]));
        } catch (ClassNotFoundException broken) {
            throw new LinkageError("caps.Priority", broken);
        }
    }

    /// What a rule does on an instance, as the harness writes it down.
    static byte[] certificate(Object rule, Object instance) {
        var bytes = new ByteArrayOutputStream();
        try {
            Harness<Object, Object> harness = harness();
            Object read = harness.read(input(written(instance)));
            harness.run(() -> rule, read, new DataOutputStream(bytes));
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
}
