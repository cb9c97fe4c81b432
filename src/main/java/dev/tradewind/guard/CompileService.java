package dev.tradewind.guard;

import dev.tradewind.sandbox.Bytes;
import dev.tradewind.sandbox.Child;
import dev.tradewind.sandbox.Service;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// Compiles candidates, in a process that may be killed: javac can be made to eat any amount of
/// time, stack and memory.
public final class CompileService implements Service {

    private static final List<String> OPTIONS =
            List.of(
                    "--add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED",
                    // javac descends into expressions by recursion, also where people do not
                    "-Xss2m");
    private static final Bytes HEAP = Bytes.mebi(512);
    private static final Bytes MEMORY = Bytes.mebi(768);
    private static final Bytes LARGEST_ANSWER = Bytes.mebi(32);

    private Batch batch = new Batch(CompileService::notGreeted, new SecureRandom());

    /// The process a pool is to keep for compiling against a contract.
    ///
    /// @param contract binary name to class file
    public static Child child(Map<String, byte[]> contract) {
        return new Child(
                CompileService.class,
                CompileFrames.greeting(contract),
                HEAP,
                MEMORY,
                LARGEST_ANSWER,
                OPTIONS);
    }

    @Override
    public void greet(byte[] greeting) {
        batch = new Batch(javac(CompileFrames.readGreeting(greeting)), new SecureRandom());
    }

    @Override
    public byte[] answer(byte[] request) {
        return CompileFrames.answer(batch.compile(CompileFrames.readRequest(request)));
    }

    private static Javac.Findings notGreeted(List<Source> sources) {
        throw new IllegalStateException("not greeted, asked for " + sources.size() + " files");
    }

    private static Javac javac(Map<String, byte[]> contract) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("this Java has no compiler: a JDK is needed");
        }
        CompilerFiles files =
                new CompilerFiles(
                        compiler.getStandardFileManager(null, Locale.ROOT, null), contract);
        try {
            return new PooledJavac(files);
        } catch (IllegalAccessError _) {
            return new PlainJavac(compiler, files);
        }
    }
}
