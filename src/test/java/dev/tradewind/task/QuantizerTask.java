package dev.tradewind.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// The mathematics of `evaluators/quantizer`, compiled from its sources as any task's are.
final class QuantizerTask {

    private static final Path FOLDER = Path.of("evaluators/quantizer/evaluator/reference");
    private static final String PACKAGE = "quantizer.reference.";
    private static final ClassLoader LOADER = compiled();

    private QuantizerTask() {}

    private static ClassLoader compiled() {
        try {
            Path classes = Files.createTempDirectory("quantizer");
            BinPackingTask.compile(FOLDER, classes);
            return URLClassLoader.newInstance(new java.net.URL[] {classes.toUri().toURL()});
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Distortions by name, each measured when asked for.
    @SuppressWarnings("unchecked")
    static Map<String, DoubleSupplier> figures() {
        try {
            Object figures = LOADER.loadClass(PACKAGE + "Figures").getConstructor().newInstance();
            return ((Supplier<Map<String, DoubleSupplier>>) figures).get();
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError("Figures", broken);
        }
    }

    /// Random numbers under a key made of a secret and a name.
    static RandomGenerator secretStream(byte[] secret, String name) {
        try {
            return (RandomGenerator)
                    LOADER.loadClass(PACKAGE + "SecretStream")
                            .getConstructor(byte[].class, String.class)
                            .newInstance(secret, name);
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError("SecretStream", broken);
        }
    }

    /// A matrix of a source, by the source's name.
    static float[] weights(String source, RandomGenerator random, int rows, int cols) {
        try {
            Class<?> type = LOADER.loadClass(PACKAGE + "Source");
            Object named = type.getMethod("valueOf", String.class).invoke(null, source);
            Method draw = type.getMethod("draw", RandomGenerator.class, int.class, int.class);
            return (float[]) draw.invoke(named, random, rows, cols);
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError(source, broken);
        }
    }

    /// What a stream of track S decodes to.
    ///
    /// @throws IOException saying what is wrong with it
    static float[] decoded(byte[] stream, int weights) throws IOException {
        try {
            Class<?> type = LOADER.loadClass(PACKAGE + "Stream");
            Object read =
                    type.getMethod("of", byte[].class, int.class).invoke(null, stream, weights);
            return (float[]) type.getMethod("decode").invoke(read);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IOException malformed) {
                throw malformed;
            }
            throw new AssertionError(thrown);
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError("Stream", broken);
        }
    }
}
