package caps.scorer;

import caps.Instance;

import dev.tradewind.evaluation.Judgement;
import dev.tradewind.evaluation.Tally;

import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What a certificate claims, nothing of it believed: how many vectors were taken (4 bytes), then
/// each of them (2 bytes). For an invalid answer of the rule: -1, then the reason.
///
/// @param fault what is wrong with the certificate itself; empty when nothing is
record Taken(int[] vectors, String fault) {

    private static final int INVALID = -1;
    private static final int LONGEST_REASON = 200;

    static Taken read(Instance instance, DataInput certificate) throws IOException {
        int all = instance.order().length;
        int count = certificate.readInt();
        if (count == INVALID) {
            return faulty(printable(certificate.readUTF()));
        }
        if (count < 0 || count > all) {
            return faulty("claims to have taken %d of %d vectors".formatted(count, all));
        }
        int[] vectors = new int[count];
        for (int at = 0; at < count; at++) {
            vectors[at] = certificate.readUnsignedShort();
        }
        return new Taken(vectors, "");
    }

    private static Taken faulty(String fault) {
        return new Taken(new int[0], fault);
    }

    /// The text comes from the candidate's process: one line of it, without control characters.
    private static String printable(String reason) {
        String clean = reason.replaceAll("\\p{C}", "?");
        return clean.substring(0, Math.min(clean.length(), LONGEST_REASON));
    }

    Judgement judge(Instance instance) {
        if (!fault.isEmpty()) {
            return new Judgement.Invalid(fault);
        }
        boolean[] taken = new boolean[instance.order().length];
        for (int vector : vectors) {
            if (vector >= taken.length) {
                return new Judgement.Invalid("there is no vector " + vector);
            }
            if (taken[vector]) {
                return new Judgement.Invalid(text(vector, instance.n()) + " was taken twice");
            }
            taken[vector] = true;
        }
        return withoutLines(instance, taken);
    }

    private Judgement withoutLines(Instance instance, boolean[] taken) {
        int n = instance.n();
        for (int one = 0; one < vectors.length; one++) {
            for (int other = 0; other < one; other++) {
                int third = Instance.third(vectors[one], vectors[other], n);
                if (taken[third]) {
                    return new Judgement.Invalid(
                            "%s, %s and %s lie on a line"
                                    .formatted(
                                            text(vectors[other], n),
                                            text(vectors[one], n),
                                            text(third, n)));
                }
            }
        }
        return new Judgement.Counted(Tally.of(vectors.length));
    }

    private static String text(int vector, int n) {
        return Arrays.stream(Instance.entries(vector, n))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining());
    }

    /// The vectors, blank-separated.
    String text(int n) {
        return Arrays.stream(vectors)
                .mapToObj(vector -> text(vector, n))
                .collect(Collectors.joining(" "));
    }
}
