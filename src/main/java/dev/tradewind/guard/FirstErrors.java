package dev.tradewind.guard;

import java.util.Map;
import java.util.TreeMap;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;

/// Keeps the first error of each candidate.
final class FirstErrors implements DiagnosticListener<JavaFileObject> {

    private final Map<String, String> broken = new TreeMap<>();

    @Override
    public void report(Diagnostic<? extends JavaFileObject> found) {
        if (found.getKind() == Diagnostic.Kind.ERROR && found.getSource() instanceof Source at) {
            broken.computeIfAbsent(at.unit(), _ -> at.describe(found));
        }
    }

    /// What a run of the compiler came to.
    ///
    /// @throws Javac.Failure when it did not compile, and no candidate is to blame
    Javac.Findings findings(boolean compiled, Map<String, byte[]> classes) throws Javac.Failure {
        if (!compiled && broken.isEmpty()) {
            throw new Javac.Failure("no reason given");
        }
        return new Javac.Findings(classes, broken);
    }
}
