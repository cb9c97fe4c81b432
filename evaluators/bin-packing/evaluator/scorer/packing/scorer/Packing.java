package packing.scorer;

import dev.tradewind.evaluation.Judgement;
import dev.tradewind.evaluation.Tally;

import packing.Instance;

import java.io.DataInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What a certificate claims, nothing of it believed: how many items were packed (4 bytes), then
/// the bin of each, numbered from 0 in the order of opening (2 bytes each, 4 when the instance has
/// more than 65,536 items). For an invalid answer of the rule: -1, then the reason.
///
/// @param bins of the items packed, in the order of arrival
/// @param fault what is wrong with the certificate itself; empty when nothing is
record Packing(int[] bins, String fault) {

    private static final int INVALID = -1;
    private static final int NARROW = 1 << 16;
    private static final int LONGEST_REASON = 200;

    static Packing read(Instance instance, DataInput certificate) throws IOException {
        int items = instance.items().length;
        int packed = certificate.readInt();
        if (packed == INVALID) {
            return faulty(printable(certificate.readUTF()));
        }
        if (packed < 0 || packed > items) {
            return faulty("claims to have packed %d of %d items".formatted(packed, items));
        }
        boolean narrow = items <= NARROW;
        byte[] bytes = new byte[packed * (narrow ? 2 : 4)];
        certificate.readFully(bytes);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int[] bins = new int[packed];
        Arrays.setAll(bins, at -> narrow ? buffer.getChar() : buffer.getInt());
        return new Packing(bins, "");
    }

    private static Packing faulty(String fault) {
        return new Packing(new int[0], fault);
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
        int[] used = new int[bins.length];
        int opened = 0;
        for (int at = 0; at < bins.length; at++) {
            int bin = bins[at];
            if (bin < 0 || bin > opened) {
                return invalid(at, "put in bin %d when %d were open", bin, opened);
            }
            opened = Math.max(opened, bin + 1);
            used[bin] += instance.items()[at];
            if (used[bin] > instance.capacity()) {
                return invalid(at, "fills bin %d to %d", bin, used[bin]);
            }
        }
        return counted(instance, opened);
    }

    private static Judgement invalid(int at, String problem, int bin, int amount) {
        return new Judgement.Invalid("item " + at + " " + problem.formatted(bin, amount));
    }

    private Judgement counted(Instance instance, int opened) {
        int items = instance.items().length;
        if (opened > instance.mostBins()) {
            return new Judgement.Hopeless(
                    "%d bins after %d of %d items, more than %d are never good"
                            .formatted(opened, bins.length, items, instance.mostBins()));
        }
        return bins.length == items
                ? new Judgement.Counted(Tally.of(opened, Bound.of(instance)))
                : new Judgement.Invalid("only %d of %d items packed".formatted(bins.length, items));
    }

    /// The bins, blank-separated.
    @Override
    public String toString() {
        return Arrays.stream(bins).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }
}
