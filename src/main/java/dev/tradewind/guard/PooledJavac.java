package dev.tradewind.guard;

import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.JavacTaskImpl;
import com.sun.tools.javac.api.JavacTaskPool;

import java.io.Writer;
import java.util.List;

/// Keeps what javac knows about java.base from run to run, as JShell does. It needs `--add-exports
/// jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED`.
final class PooledJavac implements Javac {

    private final CompilerFiles files;
    private JavacTaskPool pool = new JavacTaskPool(1);

    /// @throws IllegalAccessError when this process may not use the pool
    PooledJavac(CompilerFiles files) {
        this.files = files;
    }

    @Override
    public Findings run(List<Source> sources) throws Failure {
        FirstErrors errors = new FirstErrors();
        String result;
        try {
            result =
                    pool.getTask(
                            Writer.nullWriter(),
                            files,
                            errors,
                            OPTIONS,
                            null,
                            sources,
                            PooledJavac::call);
        } catch (RuntimeException | Error broken) {
            pool = new JavacTaskPool(1);
            files.takeWritten();
            throw new Failure(broken);
        }
        return errors.findings(result.equals("OK"), files.takeWritten());
    }

    /// The plain call() does not tell errors in the program from a failure of the compiler. Where
    /// an exception leaves this method, the pool drops what the compiler has left behind.
    private static String call(JavacTask task) {
        String result = String.valueOf(((JavacTaskImpl) task).doCall());
        if (!result.equals("OK") && !result.equals("ERROR")) {
            throw new IllegalStateException("javac ended with " + result);
        }
        return result;
    }
}
