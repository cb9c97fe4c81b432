package dev.tradewind.proposer.breeding;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Compiles many small files at once, each in a package of its own, in memory.
final class Javac {

    private static final List<String> OPTIONS =
            List.of("-g:none", "-proc:none", "-nowarn", "-Xmaxerrs", "100000");
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private Javac() {}

    /// What came of some files.
    ///
    /// @param classes binary name to class file
    /// @param broken numbers of the files with an error, with the first error of each
    record Result(Map<String, byte[]> classes, Map<Integer, String> broken) {

        /// A class of a file, its package left out of the name.
        Class<?> load(int file, String name) {
            String binary = "p" + file + "." + name;
            try {
                return new ClassLoader(Javac.class.getClassLoader()) {
                    @Override
                    protected Class<?> findClass(String wanted) throws ClassNotFoundException {
                        byte[] bytes = classes.get(wanted);
                        if (bytes == null) {
                            throw new ClassNotFoundException(wanted);
                        }
                        return defineClass(wanted, bytes, 0, bytes.length);
                    }
                }.loadClass(binary);
            } catch (ClassNotFoundException missing) {
                throw new IllegalArgumentException(binary, missing);
            }
        }
    }

    /// Compiles files without package; file `i` goes into package `p<i>`.
    static Result compile(List<String> texts) {
        var errors = new DiagnosticCollector<JavaFileObject>();
        var files = new Written(COMPILER.getStandardFileManager(errors, null, null));
        List<Text> sources =
                IntStream.range(0, texts.size())
                        .mapToObj(at -> new Text(at, texts.get(at)))
                        .toList();
        COMPILER.getTask(null, files, errors, OPTIONS, null, sources).call();
        Map<Integer, String> broken = new TreeMap<>();
        errors.getDiagnostics()
                .forEach(
                        error -> {
                            if (error.getSource() instanceof Text text) {
                                broken.putIfAbsent(text.number, error.getMessage(null));
                            }
                        });
        return new Result(files.classes(), broken);
    }

    /// The class file of one file's only class.
    static byte[] bytes(String text) {
        Result result = compile(List.of(text));
        if (!result.broken().isEmpty()) {
            throw new IllegalArgumentException(result.broken() + "\n" + text);
        }
        return result.classes().values().iterator().next();
    }

    /// The numbers of the files that compile.
    static Set<Integer> sound(List<String> texts) {
        Set<Integer> sound = new HashSet<>(IntStream.range(0, texts.size()).boxed().toList());
        sound.removeAll(compile(texts).broken().keySet());
        return sound;
    }

    private static final class Text extends SimpleJavaFileObject {

        private final int number;
        private final String text;

        Text(int number, String text) {
            super(URI.create("memory:///p" + number + "/" + name(text) + ".java"), Kind.SOURCE);
            this.number = number;
            this.text = "package p" + number + "; " + text;
        }

        private static String name(String text) {
            return text.replaceFirst("(?s).*?\\bclass (\\w+).*", "$1");
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Written extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> classes = new TreeMap<>();

        Written(JavaFileManager jdk) {
            super(jdk);
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> bytes = new TreeMap<>();
            classes.forEach((name, out) -> bytes.put(name, out.toByteArray()));
            return bytes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            var out = new ByteArrayOutputStream();
            classes.put(name, out);
            return new SimpleJavaFileObject(URI.create("memory:///out"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return out;
                }
            };
        }
    }
}
