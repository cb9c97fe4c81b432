package quantizer.reference;

import java.io.IOException;

/// What was sent is no stream.
public final class Malformed extends IOException {

    private static final long serialVersionUID = 1L;

    Malformed(String message) {
        super(message);
    }

    static void unless(boolean holds, String message, Object... values) throws Malformed {
        if (!holds) {
            throw new Malformed(message.formatted(values));
        }
    }
}
