package dev.tradewind.evaluation;

import dev.tradewind.evaluation.RunAnswer.Certificates;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Asks the trusted scorer what certificates amount to. Nothing a worker says is believed beyond
/// that.
final class Judge {

    private static final int DIGEST_BYTES = 16;

    private final Scorer<Object> scorer;
    private final Promised promised;

    Judge(Scorer<Object> scorer, Promised promised) {
        this.scorer = scorer;
        this.promised = promised;
    }

    /// How many values of each kind the scorer must give.
    record Promised(int objectives, int measures) {

        static Promised of(Task task) {
            return new Promised(task.objectives().size(), task.measures().size());
        }
    }

    /// What certificates amount to.
    sealed interface Opinion {

        record Worth(
                Scores scores,
                Measures measures,
                Signature signature,
                String digest,
                Breakdown breakdown)
                implements Opinion {}

        record Nothing(FailureCause cause, String detail) implements Opinion {}

        /// It shows on other instances.
        ///
        /// @param digest of the certificates so far
        record Onward(InstanceSet next, String digest) implements Opinion {}
    }

    /// A call of the task's own, trusted code.
    @FunctionalInterface
    interface Call<T> {
        T make() throws IOException;
    }

    /// What the task's code returns.
    ///
    /// @param what it should make, for the message
    /// @throws EvaluatorFault whatever it throws
    static <T> T trusted(String what, Call<T> call) {
        try {
            return call.make();
        } catch (IOException | RuntimeException | Error broken) {
            throw fault(what, broken);
        }
    }

    /// A fault that tells for itself is passed on as it is.
    private static EvaluatorFault fault(String what, Throwable broken) {
        if (broken instanceof EvaluatorFault told) {
            return told;
        }
        StackTraceElement[] frames = broken.getStackTrace();
        String place = frames.length == 0 ? "" : " at " + frames[0];
        return new EvaluatorFault(
                "the scorer failed to make %s: %s%s".formatted(what, broken, place), broken);
    }

    /// Judges the certificates of a whole set.
    ///
    /// @param reversed whether they come in reversed order
    /// @param classes what ran
    Opinion judge(
            Split split,
            InstanceSet set,
            Certificates found,
            boolean reversed,
            Map<String, byte[]> classes) {
        int size = set.size();
        if (found.count() > size) {
            return invalid("more certificates than instances");
        }
        Tally[] tallies = new Tally[size];
        Object[] onward = new Object[size];
        int goingOn = 0;
        for (int run = 0; run < found.count(); run++) {
            int at = reversed ? size - 1 - run : run;
            switch (judgement(set, at, found.certificate(run))) {
                case Judgement.Counted(Tally tally) when tally.finite() -> tallies[at] = tally;
                case Judgement.Onward(Object next) -> {
                    onward[at] = next;
                    goingOn++;
                }
                case Judgement.Counted(Tally tally) -> {
                    return invalid(set.name(at) + ": counted " + tally);
                }
                case Judgement.Invalid(String why) -> {
                    return invalid(set.name(at) + ": " + why);
                }
                case Judgement.Hopeless(String why) -> {
                    return new Opinion.Nothing(FailureCause.HOPELESS, set.name(at) + ": " + why);
                }
            }
        }
        if (found.count() < size || found.gaveUp()) {
            return invalid(
                    "stopped after %d of %d instances without being hopeless"
                            .formatted(found.count(), size));
        }
        if (goingOn == size) {
            return new Opinion.Onward(set.with(List.of(onward)), digest(found, reversed));
        }
        if (goingOn > 0) {
            throw new EvaluatorFault(
                    "the scorer sends %d of %d instances onward. Maybe it must send all of them."
                            .formatted(goingOn, size));
        }
        List<Tally> charged =
                trusted(
                        "what the candidate's code is charged for",
                        () -> scorer.charge(List.of(tallies), classes));
        return worth(split, set, charged, digest(found, reversed));
    }

    /// How many processes a candidate goes through.
    int legs() {
        return scorer.legs();
    }

    private Judgement judgement(InstanceSet set, int at, DataInputStream certificate) {
        try {
            return scorer.judge(set.instance(at), certificate);
        } catch (EOFException _) {
            return new Judgement.Invalid("the certificate ends too early");
        } catch (IOException unreadable) {
            return new Judgement.Invalid(RunAnswer.printable("" + unreadable.getMessage()));
        } catch (RuntimeException | Error broken) {
            throw fault("a judgement of " + set.name(at), broken);
        }
    }

    private Opinion worth(Split split, InstanceSet set, List<Tally> tallies, String digest) {
        Scores scores;
        Measures measures;
        Breakdown breakdown;
        try {
            scores = objectives(split, tallies);
            measures = trusted("measures", () -> scorer.measures(split, tallies));
            breakdown = breakdown(split, set, tallies);
        } catch (EvaluatorFault fault) {
            if (fault.getCause() instanceof Scores.NotFinite infinite) {
                return invalid("" + infinite.getMessage());
            }
            throw fault;
        }
        requireAll("objectives", scores.values(), promised.objectives());
        requireAll("measures", measures.values(), promised.measures());
        return new Opinion.Worth(scores, measures, Signature.of(tallies), digest, breakdown);
    }

    private static void requireAll(String what, List<Double> given, int named) {
        if (given.size() != named) {
            throw new EvaluatorFault(
                    "the scorer gave %d %s, the task names %d"
                            .formatted(given.size(), what, named));
        }
    }

    private Scores objectives(Split split, List<Tally> tallies) {
        return trusted("objectives", () -> scorer.objectives(split, tallies));
    }

    /// Only proposals are told of it, and they see no other split; a sample is no matter to tell.
    private Breakdown breakdown(Split split, InstanceSet set, List<Tally> tallies) {
        if (split != Split.TRAINING || !set.whole()) {
            return Breakdown.NONE;
        }
        List<Double> parts =
                set.parts().stream()
                        .map(part -> objectives(split, part.of(tallies)).first())
                        .toList();
        return new Breakdown(parts, trusted("a remark", () -> scorer.remark(tallies)));
    }

    private static Opinion invalid(String why) {
        return new Opinion.Nothing(FailureCause.INVALID_RESULT, why);
    }

    /// Certificates as lines for people, in the order of the instances.
    List<String> describe(InstanceSet set, Certificates found) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < found.count(); at++) {
            Object instance = set.instance(at);
            DataInputStream certificate = found.certificate(at);
            lines.add(
                    trusted(
                            "a description of " + set.name(at),
                            () -> scorer.describe(instance, certificate)));
        }
        return lines;
    }

    private static String digest(Certificates found, boolean reversed) {
        MessageDigest digest = sha256();
        for (int at = 0; at < found.count(); at++) {
            int run = reversed ? found.count() - 1 - at : at;
            int length = found.length(run);
            for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                digest.update((byte) (length >> shift));
            }
            found.addTo(digest, run);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES);
    }

    /// One digest for what was answered in several processes, one after the other.
    static String digest(String before, String last) {
        MessageDigest digest = sha256();
        digest.update((before + last).getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
