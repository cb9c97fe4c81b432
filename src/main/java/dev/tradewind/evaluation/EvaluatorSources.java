package dev.tradewind.evaluation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// Compiles a task's trusted sources in memory; nothing is written to disk. Text that comes from a
/// proposer never gets here: the guard compiles it, in a process of its own.
final class EvaluatorSources {

    private static final String ENDING = ".java";
    private static final int MOST_ERRORS = 5;

    /// The parts of an evaluator, with what each may use.
    enum Half {
        CONTRACT(
                "The contract is compiled on its own against java.base, because candidates see"
                        + " nothing else. Maybe this belongs into the harness or the scorer."),
        HARNESS(
                "A harness sees the contract, the JDK and dev.tradewind.evaluation. Maybe an import"
                        + " is missing, or what it needs is part of the scorer."),
        SCORER(
                "A scorer sees the contract, the JDK and dev.tradewind.evaluation. Maybe an import"
                        + " is missing, or what it needs is part of the harness."),
        LOWERING(
                "A lowering sees the JDK and dev.tradewind.evaluation. Maybe an import is missing,"
                        + " or what it needs is in another folder.");

        private final String hint;

        Half(String hint) {
            this.hint = hint;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Half half;
    private final SortedMap<String, String> sources = new TreeMap<>();
    private final List<String> options = new ArrayList<>(List.of("-proc:none", "-g", "-nowarn"));
    private final List<Path> classPath = new ArrayList<>();

    private EvaluatorSources(Half half, Map<String, String> sources) {
        this.half = half;
        add(sources);
    }

    private void add(Map<String, String> files) {
        files.forEach(
                (path, text) -> {
                    if (path.endsWith(ENDING)) {
                        sources.put(path, text);
                    }
                });
    }

    /// The class files of a contract by binary name, compiled against java.base alone.
    ///
    /// @throws EvaluatorFault listing what the compiler found
    static SortedMap<String, byte[]> contract(Map<String, String> contract) {
        EvaluatorSources sources = new EvaluatorSources(Half.CONTRACT, contract);
        sources.options.addAll(List.of("--limit-modules", "java.base"));
        return sources.compile();
    }

    /// The class files of a harness or scorer, without those of the contract.
    ///
    /// @throws EvaluatorFault listing what the compiler found
    static SortedMap<String, byte[]> half(
            Half half, Map<String, String> own, Map<String, String> contract) {
        EvaluatorSources sources = new EvaluatorSources(half, own);
        sources.add(contract);
        sources.classPath.add(tradewind());
        return sources.compile();
    }

    /// Where tradewind's own classes are: its jar, or a folder of classes.
    private static Path tradewind() {
        try {
            var source = EvaluatorSources.class.getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("a code source is a file", impossible);
        }
    }

    private SortedMap<String, byte[]> compile() {
        if (sources.isEmpty()) {
            return new TreeMap<>();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new EvaluatorFault(
                    "this Java has no compiler. Maybe it is a JRE: run tradewind with a JDK.");
        }
        var found = new DiagnosticCollector<JavaFileObject>();
        var log = new StringWriter();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            var output = new InMemory(files);
            if (!compiler.getTask(log, output, found, options, null, units()).call()) {
                throw new EvaluatorFault(errors(found.getDiagnostics(), log));
            }
            return output.classes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<Source> units() {
        return sources.entrySet().stream()
                .map(file -> new Source(file.getKey(), file.getValue()))
                .toList();
    }

    private String errors(
            Collection<Diagnostic<? extends JavaFileObject>> found, StringWriter log) {
        List<String> errors =
                found.stream()
                        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                        .map(EvaluatorSources::line)
                        .toList();
        StringBuilder text =
                new StringBuilder("the task's " + half.label() + " does not compile.\n");
        errors.stream().limit(MOST_ERRORS).forEach(error -> text.append(error).append('\n'));
        if (errors.size() > MOST_ERRORS) {
            text.append("and %d more\n".formatted(errors.size() - MOST_ERRORS));
        }
        return text.append(log).append(half.hint).toString();
    }

    private static String line(Diagnostic<? extends JavaFileObject> error) {
        String message = error.getMessage(Locale.ROOT).replaceAll("\\s*\\R\\s*", "; ");
        return error.getSource() instanceof Source source
                ? "%s:%d  %s".formatted(source.path, error.getLineNumber(), message)
                : message;
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String path;
        private final String text;

        Source(String path, String text) {
            super(uri(path), Kind.SOURCE);
            this.path = path;
            this.text = text;
        }

        private static URI uri(String path) {
            try {
                return new URI("task", null, "/" + path, null);
            } catch (URISyntaxException broken) {
                throw new EvaluatorFault("no name for a source file: " + path, broken);
            }
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /// Keeps what the compiler writes.
    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

        InMemory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            var bytes = new ByteArrayOutputStream();
            written.put(className, bytes);
            return new SimpleJavaFileObject(URI.create("class:///" + className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }

        SortedMap<String, byte[]> classes() {
            SortedMap<String, byte[]> classes = new TreeMap<>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }
    }
}
