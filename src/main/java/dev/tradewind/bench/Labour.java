package dev.tradewind.bench;

import dev.tradewind.sandbox.Bytes;
import dev.tradewind.sandbox.Child;
import dev.tradewind.sandbox.Service;

import java.nio.ByteBuffer;
import java.util.List;

/// A sandboxed process that counts as far as it is told, or for ever.
public final class Labour implements Service {

    static final Child CHILD =
            new Child(
                    Labour.class,
                    new byte[0],
                    Bytes.mebi(64),
                    Bytes.mebi(320),
                    Bytes.kibi(64),
                    List.of());

    private static final int SHIFT = 13;
    private static final int BACK = 7;
    private static final int LAST = 17;

    /// The request for so many steps; no end of them when negative.
    static byte[] steps(long count) {
        return ByteBuffer.allocate(Long.BYTES).putLong(count).array();
    }

    @Override
    public void greet(byte[] greeting) {}

    @Override
    public byte[] answer(byte[] request) {
        long steps = ByteBuffer.wrap(request).getLong();
        long state = 1;
        for (long step = 0; step != steps; step++) {
            state ^= state << SHIFT;
            state ^= state >>> BACK;
            state ^= state << LAST;
        }
        return steps(state);
    }
}
