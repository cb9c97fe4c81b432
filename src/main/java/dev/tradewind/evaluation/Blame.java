package dev.tradewind.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Tells whose exception it is, the candidate's or the harness's, without calling any method a
/// candidate could have written.
final class Blame {

    /// The JDK keeps this many frames of a stack trace; below them anybody may stand.
    private static final int FRAMES_KEPT = 1_024;

    private final ClassLoader candidate;
    private final List<Throwable> chain;

    Blame(Throwable thrown, ClassLoader candidate) {
        this.candidate = candidate;
        this.chain = chain(thrown);
    }

    /// The exception and its causes, up to the first whose class the candidate wrote.
    private List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Throwable at = thrown;
        while (at != null && seen.add(at)) {
            chain.add(at);
            at = written(at) ? null : at.getCause();
        }
        return chain;
    }

    private boolean written(Throwable thrown) {
        return candidate.equals(thrown.getClass().getClassLoader());
    }

    /// The virtual machine gave up on something: classes of the JDK may be left half initialised.
    boolean has(Class<? extends VirtualMachineError> error) {
        return chain.stream().anyMatch(error::isInstance);
    }

    /// Whether the candidate's code was running.
    boolean candidates() {
        return chain.stream().anyMatch(this::candidates);
    }

    private boolean candidates(Throwable thrown) {
        if (written(thrown)) {
            return true;
        }
        StackTraceElement[] frames = thrown.getStackTrace();
        boolean ours = thrown.getClass().getClassLoader() != null;
        if (frames.length == 0) {
            // The JDK's exceptions always have a trace, unless somebody took it away.
            return !ours;
        }
        for (StackTraceElement frame : frames) {
            if (CandidateLoader.NAME.equals(frame.getClassLoaderName())) {
                return true;
            }
        }
        return frames.length >= FRAMES_KEPT;
    }

    /// Name of the class of the candidate's exception.
    String candidatesClass() {
        return chain.stream()
                .filter(this::candidates)
                .findFirst()
                .orElseGet(chain::getLast)
                .getClass()
                .getName();
    }

    /// What the harness threw, and where.
    String harnessDetail() {
        Throwable first = chain.getFirst();
        StackTraceElement[] frames = first.getStackTrace();
        String place = frames.length == 0 ? "somewhere" : frames[0].toString();
        return "the harness threw %s at %s. Maybe it must check what the candidate returned."
                .formatted(first.getClass().getName(), place);
    }
}
