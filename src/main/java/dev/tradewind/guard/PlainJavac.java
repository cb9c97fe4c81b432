package dev.tradewind.guard;

import java.io.Writer;
import java.util.List;

import javax.tools.JavaCompiler;

/// A new compiler for each run, by the public interface alone: works on every JDK, and takes some
/// five times as long as [PooledJavac].
final class PlainJavac implements Javac {

    private final JavaCompiler compiler;
    private final CompilerFiles files;

    PlainJavac(JavaCompiler compiler, CompilerFiles files) {
        this.compiler = compiler;
        this.files = files;
    }

    @Override
    public Findings run(List<Source> sources) throws Failure {
        FirstErrors errors = new FirstErrors();
        boolean compiled;
        try {
            compiled =
                    compiler.getTask(Writer.nullWriter(), files, errors, OPTIONS, null, sources)
                            .call();
        } catch (RuntimeException | StackOverflowError broken) {
            files.takeWritten();
            throw new Failure(broken);
        }
        return errors.findings(compiled, files.takeWritten());
    }
}
