package dev.tradewind.evaluation;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// What a worker says became of a candidate. It is read in tradewind's own process and may be
/// forged.
sealed interface RunAnswer {

    /// Longest detail, in characters.
    int LONGEST_DETAIL = 200;

    /// What a worker may give as a cause; the others are for others to say.
    Set<FailureCause> CAUSES =
            EnumSet.of(
                    FailureCause.FORBIDDEN,
                    FailureCause.FUEL,
                    FailureCause.MEMORY,
                    FailureCause.CRASH,
                    FailureCause.INVALID_RESULT,
                    FailureCause.EVALUATOR_FAULT);

    byte[] toBytes();

    /// The certificates, one after the other, in the order of running.
    ///
    /// @param ends where each ends in `bytes`, counted from `start`; rising
    /// @param start where the first begins
    /// @param gaveUp whether the harness stopped with the last of them
    record Certificates(byte[] bytes, int start, int[] ends, boolean gaveUp) implements RunAnswer {

        int count() {
            return ends.length;
        }

        DataInputStream certificate(int at) {
            return new DataInputStream(new ByteArrayInputStream(bytes, from(at), length(at)));
        }

        byte[] copy(int at) {
            return Arrays.copyOfRange(bytes, from(at), from(at) + length(at));
        }

        void addTo(MessageDigest digest, int at) {
            digest.update(bytes, from(at), length(at));
        }

        int length(int at) {
            return ends[at] - (at == 0 ? 0 : ends[at - 1]);
        }

        private int from(int at) {
            return start + (at == 0 ? 0 : ends[at - 1]);
        }

        @Override
        public byte[] toBytes() {
            int size = ends.length == 0 ? 0 : ends[ends.length - 1];
            return Frames.bytes(
                    out -> {
                        out.writeBoolean(true);
                        out.writeBoolean(gaveUp);
                        out.writeInt(ends.length);
                        for (int end : ends) {
                            out.writeInt(end);
                        }
                        out.write(bytes, start, size);
                    });
        }
    }

    /// There are none.
    ///
    /// @param instance where it stopped, in the order of running; -1 before the first
    record Stopped(FailureCause cause, int instance, String detail) implements RunAnswer {

        public Stopped {
            detail = printable(detail);
        }

        @Override
        public byte[] toBytes() {
            return Frames.bytes(
                    out -> {
                        out.writeBoolean(false);
                        out.writeUTF(cause.name());
                        out.writeInt(instance);
                        out.writeUTF(detail);
                    });
        }
    }

    /// Reads an answer, believing nothing.
    ///
    /// @throws IOException when no worker of ours can have written it
    static RunAnswer of(byte[] bytes) throws IOException {
        DataInputStream in = Frames.input(bytes);
        return in.readBoolean() ? certificates(bytes, in) : stopped(in);
    }

    private static Certificates certificates(byte[] bytes, DataInputStream in) throws IOException {
        boolean gaveUp = in.readBoolean();
        int count = in.readInt();
        require(count >= 0 && count <= in.available() / Integer.BYTES, "number of certificates");
        int[] ends = new int[count];
        int last = 0;
        for (int at = 0; at < count; at++) {
            ends[at] = in.readInt();
            require(ends[at] >= last, "length of a certificate");
            last = ends[at];
        }
        require(in.available() == last, "length of all certificates");
        return new Certificates(bytes, bytes.length - last, ends, gaveUp);
    }

    private static Stopped stopped(DataInputStream in) throws IOException {
        String name = in.readUTF();
        FailureCause cause =
                CAUSES.stream()
                        .filter(known -> known.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IOException("no such cause"));
        return new Stopped(cause, in.readInt(), in.readUTF());
    }

    private static void require(boolean holds, String what) throws IOException {
        if (!holds) {
            throw new IOException("impossible " + what);
        }
    }

    /// One line of at most [#LONGEST_DETAIL] characters, none of them a control character.
    static String printable(String text) {
        String brief = text.substring(0, Math.min(text.length(), LONGEST_DETAIL));
        return brief.replaceAll("\\p{C}", "?");
    }
}
