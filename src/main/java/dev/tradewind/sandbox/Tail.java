package dev.tradewind.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Drains a stream on a thread of its own and keeps only its beginning and its end.
final class Tail {

    private static final int KEPT = 4 << 10;
    private static final int SHOWN = 500;
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final byte[] ring = new byte[KEPT];
    private final byte[] head = new byte[KEPT];
    private final AtomicLong seen = new AtomicLong();
    private final Thread drain;

    private Tail(InputStream stream) {
        drain = Thread.ofPlatform().daemon().name("sandbox tail").unstarted(() -> drain(stream));
    }

    static Tail of(InputStream stream) {
        Tail tail = new Tail(stream);
        tail.drain.start();
        return tail;
    }

    /// Bytes drained so far.
    long seen() {
        return seen.get();
    }

    /// The end of what was written, as one harmless line. Waits a moment for the stream's end.
    String text() throws InterruptedException {
        drain.join(PATIENCE);
        synchronized (ring) {
            byte[] bytes = end((int) Math.min(seen.get(), KEPT));
            return oneLine(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /// The beginning and the end of what was written, lines as they are. Waits a moment for the
    /// stream's end.
    String whole() throws InterruptedException {
        drain.join(PATIENCE);
        synchronized (ring) {
            int first = (int) Math.min(seen.get(), KEPT);
            String beginning = new String(head, 0, first, StandardCharsets.UTF_8);
            int rest = (int) Math.min(seen.get() - first, KEPT);
            String gap = seen.get() > 2L * KEPT ? "\n…\n" : "";
            return beginning + gap + new String(end(rest), StandardCharsets.UTF_8);
        }
    }

    private byte[] end(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = ring[(int) ((seen.get() - length + i) % KEPT)];
        }
        return bytes;
    }

    /// Text without control characters and line ends, at most its last 500 characters.
    static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.length() <= SHOWN ? line : "…" + line.substring(line.length() - SHOWN);
    }

    private void drain(InputStream stream) {
        byte[] buffer = new byte[KEPT];
        try (stream) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                keep(buffer, count);
            }
        } catch (IOException _) {
            // The other end is gone, which is an end like any other.
        }
    }

    private void keep(byte[] bytes, int count) {
        synchronized (ring) {
            for (int i = 0; i < count && seen.get() + i < KEPT; i++) {
                head[(int) seen.get() + i] = bytes[i];
            }
            for (int i = 0; i < count; i++) {
                ring[(int) ((seen.get() + i) % KEPT)] = bytes[i];
            }
            seen.addAndGet(count);
        }
    }
}
