package dev.tradewind.sandbox;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serial;
import java.nio.ByteBuffer;

/// One message on the pipe between parent and child: the length of the payload (4 bytes, most
/// significant first), a number chosen at random by the parent and given back by the child (8
/// bytes), and the payload.
///
/// @param nonce ties an answer to its request: a stale or forged answer does not know it. Given
///   back with every bit inverted, the child says that it should be replaced
record Frame(long nonce, byte[] payload) {

    /// Most a parent sends at once.
    static final Bytes LARGEST_REQUEST = Bytes.mebi(64);

    private static final int HEADER = Integer.BYTES + Long.BYTES;

    /// The other side does not keep to the protocol.
    static final class Broken extends IOException {

        @Serial private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }
    }

    /// Waits for a frame.
    ///
    /// @param limit largest payload accepted; no memory is taken for a larger one
    /// @throws Broken when the length is none
    /// @throws java.io.EOFException when the stream ends first
    static Frame read(DataInputStream stream, Bytes limit) throws IOException {
        int length = stream.readInt();
        if (length < 0 || length > limit.count()) {
            throw new Broken(
                    "a message of %d bytes announced, at most %d are allowed"
                            .formatted(Integer.toUnsignedLong(length), limit.count()));
        }
        long nonce = stream.readLong();
        byte[] payload = new byte[length];
        stream.readFully(payload);
        return new Frame(nonce, payload);
    }

    /// This answer, saying besides that the child should be replaced.
    Frame worn() {
        return new Frame(~nonce, payload);
    }

    /// Whether it answers a request with this nonce.
    boolean answers(long asked) {
        return nonce == asked || saysWorn(asked);
    }

    /// Whether the child that answers should be replaced.
    boolean saysWorn(long asked) {
        return nonce == ~asked;
    }

    /// Writes the frame in one piece.
    void write(OutputStream stream) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + payload.length);
        bytes.putInt(payload.length).putLong(nonce).put(payload);
        stream.write(bytes.array());
        stream.flush();
    }
}
