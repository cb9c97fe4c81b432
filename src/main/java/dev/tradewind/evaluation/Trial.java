package dev.tradewind.evaluation;

import dev.tradewind.evaluation.RunAnswer.Certificates;
import dev.tradewind.evaluation.RunAnswer.Stopped;
import dev.tradewind.sandbox.Fuel;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// One candidate run on some instances in a worker process: a loader of its own, a thread of its
/// own with a small stack, and a full tank to be loaded with and for each instance.
final class Trial {

    private static final long STACK = 512 << 10;

    /// Largest size of all certificates of one evaluation.
    static final int LONGEST = 16 << 20;

    private static final int LOADING = -1;

    private final LoadedHarness loaded;
    private final long fuel;
    private final CertificateBytes bytes = new CertificateBytes(LONGEST);
    private RunAnswer answer = new Stopped(FailureCause.CRASH, LOADING, "its thread was ended");
    private int at = LOADING;
    private boolean poisonous;

    Trial(LoadedHarness loaded, long fuel) {
        this.loaded = loaded;
        this.fuel = fuel;
    }

    /// Runs the candidate and says what became of it.
    RunAnswer run(String entry, Map<String, byte[]> classes, List<Object> instances)
            throws InterruptedException {
        CandidateLoader loader;
        try {
            loader = new CandidateLoader(classes, loaded.gate());
        } catch (IllegalArgumentException reserved) {
            return new Stopped(FailureCause.FORBIDDEN, LOADING, "" + reserved.getMessage());
        }
        Thread thread =
                new Thread(null, () -> attempt(entry, loader, instances), "candidate", STACK);
        thread.setDaemon(true);
        thread.start();
        thread.join();
        return answer;
    }

    /// Whether it may have left the JDK's own classes in a bad state.
    boolean poisonous() {
        return poisonous;
    }

    @SuppressWarnings("CatchingUnchecked") // whatever a candidate throws is an outcome
    private void attempt(String entry, CandidateLoader loader, List<Object> instances) {
        Fuel.start(fuel);
        try {
            answer = certificates(loaded.make(), candidates(entry, loader), instances);
        } catch (Throwable thrown) {
            answer = stopped(new Blame(thrown, loader));
        }
        if (Fuel.exhausted()) {
            answer = new Stopped(FailureCause.FUEL, at, "took more steps than its fuel allows");
        }
    }

    /// Makes fresh objects of the candidate's class, which is initialised here and now: what goes
    /// wrong before the first instance is the candidate's doing.
    private Supplier<Object> candidates(String entry, CandidateLoader loader)
            throws ReflectiveOperationException {
        Class<?> type = Class.forName(entry, true, loader);
        if (!loaded.wanted().isAssignableFrom(type)) {
            throw new ClassCastException();
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            throw new InstantiationException();
        }
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return () -> {
            try {
                return constructor.newInstance();
            } catch (ReflectiveOperationException thrown) {
                throw new IllegalStateException(thrown);
            }
        };
    }

    private RunAnswer certificates(
            Harness<Object, Object> harness, Supplier<Object> candidates, List<Object> instances)
            throws IOException {
        int[] ends = new int[instances.size()];
        boolean gaveUp = false;
        DataOutputStream out = new DataOutputStream(bytes);
        for (at = 0; at < ends.length && !gaveUp; at++) {
            Fuel.start(fuel);
            gaveUp = gaveUp(harness, candidates, instances.get(at), out);
            if (Fuel.exhausted() || bytes.overflown()) {
                return tooLong();
            }
            ends[at] = bytes.size();
        }
        return new Certificates(bytes.buffer(), 0, Arrays.copyOf(ends, at), gaveUp);
    }

    private static boolean gaveUp(
            Harness<Object, Object> harness,
            Supplier<Object> candidates,
            Object instance,
            DataOutputStream out)
            throws IOException {
        try {
            harness.run(candidates, instance, out);
            return false;
        } catch (Harness.GiveUp _) {
            return true;
        }
    }

    private RunAnswer stopped(Blame blame) {
        poisonous = blame.has(VirtualMachineError.class);
        if (bytes.overflown()) {
            return tooLong();
        }
        if (blame.has(StackOverflowError.class)) {
            return new Stopped(FailureCause.CRASH, at, "stack overflow");
        }
        if (blame.has(OutOfMemoryError.class)) {
            return new Stopped(FailureCause.MEMORY, at, "out of memory");
        }
        return at == LOADING || blame.candidates()
                ? new Stopped(FailureCause.CRASH, at, "threw " + blame.candidatesClass())
                : new Stopped(FailureCause.EVALUATOR_FAULT, at, blame.harnessDetail());
    }

    private Stopped tooLong() {
        return new Stopped(
                FailureCause.INVALID_RESULT,
                at,
                "its certificates are longer than %d MiB".formatted(LONGEST >> 20));
    }
}
