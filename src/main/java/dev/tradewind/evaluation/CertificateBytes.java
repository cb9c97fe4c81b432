package dev.tradewind.evaluation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/// Collects the certificates of one evaluation, up to a limit.
final class CertificateBytes extends OutputStream {

    private static final int FIRST = 1 << 12;

    private final int limit;
    private byte[] bytes = new byte[FIRST];
    private int size;
    private boolean overflown;

    /// @param limit largest size of all certificates together
    CertificateBytes(int limit) {
        this.limit = limit;
    }

    int size() {
        return size;
    }

    /// Whether more was written than is allowed, whatever the writer made of the exception.
    boolean overflown() {
        return overflown;
    }

    /// What was written; longer than [#size()].
    byte[] buffer() {
        return bytes;
    }

    @Override
    public void write(int value) throws IOException {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        reserve(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    private void reserve(int more) throws IOException {
        if (more > limit - size) {
            overflown = true;
            throw new IOException("certificates are longer than " + limit + " bytes");
        }
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, Math.max(size + more, 2 * bytes.length)));
        }
    }
}
